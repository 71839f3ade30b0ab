import type { TableFormat } from '@quanheng/contract/shapes'
import type { Table } from '@quanheng/papers/xlsx/model'
import type { FileReply } from '../door/outcome.ts'
import { exportMark, markedName, type Taking } from './export-mark.ts'
import { runInWorker } from './run.ts'
import type { TableOrder } from './table-task.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const csvTypes = { csv: 'text/csv; charset=utf-8', gb18030: 'text/csv; charset=gb18030' } as const

/** A table to fill in, made away from the request thread. `name` has no ending; an `empty` form says nothing that needs a mark. */
export const tableFile = async (
  name: string,
  table: Table,
  format: TableFormat,
  taking: Taking | 'empty',
): Promise<FileReply> => {
  const order: TableOrder = { table, format, watermark: taking === 'empty' ? undefined : exportMark(taking) }
  const content = await runInWorker<TableOrder, Uint8Array>(new URL('./table-task.ts', import.meta.url), order)
  return format === 'xlsx'
    ? { name: `${name}.xlsx`, mediaType: xlsxType, content, size: content.byteLength }
    : {
        name: `${taking === 'empty' ? name : markedName(name, taking)}.csv`,
        mediaType: csvTypes[format],
        content,
        size: content.byteLength,
      }
}
