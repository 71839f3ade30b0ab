import type { TableForm } from '@quanheng/papers/xlsx/csv-workbook'
import { type CellMark, markErrors } from '@quanheng/papers/xlsx/mark-errors'

export interface MarkOrder {
  readonly bytes: Uint8Array
  readonly marks: readonly CellMark[]
  readonly form: TableForm
}

/** Runs in a child process with limits of its own: the bytes are somebody else's. */
export default ({ bytes, marks, form }: MarkOrder) => markErrors(bytes, marks, form)
