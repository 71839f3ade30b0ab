import type { Table } from '@quanheng/papers/xlsx/model'
import { writeTable } from '@quanheng/papers/xlsx/write-table'

/** Runs in a worker: a long list takes seconds to become a workbook. */
export default (table: Table): Promise<Uint8Array> => writeTable(table)
