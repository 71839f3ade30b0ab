import type { TableColumn } from '@quanheng/papers/xlsx/model'
import { type ReadOptions, readTable } from '@quanheng/papers/xlsx/read-table'

export interface ReadOrder {
  readonly bytes: Uint8Array
  readonly columns: readonly TableColumn[]
  readonly options: ReadOptions
}

/** Runs in a child process with limits of its own: the bytes are somebody else's. */
export default ({ bytes, columns, options }: ReadOrder) => readTable(bytes, columns, options)
