import type { Result } from '@quanheng/domain/kernel/result'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import { type CellMark, markErrors } from '@quanheng/papers/xlsx/mark-errors'

export interface MarkTableInput {
  readonly bytes: Uint8Array
  readonly marks: readonly CellMark[]
}

export type MarkTableOutput = Result<Uint8Array, readonly TableError[]>

export default ({ bytes, marks }: MarkTableInput): Promise<MarkTableOutput> => markErrors(bytes, marks)
