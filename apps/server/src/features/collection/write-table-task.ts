import type { Table } from '@quanheng/papers/xlsx/model'
import { writeTable } from '@quanheng/papers/xlsx/write-table'

/** Runs in a worker. */
export default (table: Table): Promise<Uint8Array> => writeTable(table)
