import type { TableFormat } from '@quanheng/contract/shapes'
import { writeCsv } from '@quanheng/papers/csv/write-csv'
import type { Table } from '@quanheng/papers/xlsx/model'
import { writeTable } from '@quanheng/papers/xlsx/write-table'

export interface TableOrder {
  readonly table: Table
  readonly format: TableFormat
  readonly watermark?: string | undefined
}

/** Runs in a worker: a long table takes seconds to become a workbook. */
export default ({ table, format, watermark }: TableOrder): Promise<Uint8Array> =>
  format === 'xlsx' ? writeTable(table, watermark) : writeCsv(table, format)
