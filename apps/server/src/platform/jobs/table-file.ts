import type { Table } from '@quanheng/papers/xlsx/model'
import type { FileReply } from '../door/outcome.ts'
import { runInWorker } from './run.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A table as a workbook to send, made away from the request thread. `name` has no ending. */
export const tableFile = async (name: string, table: Table): Promise<FileReply> => {
  const content = await runInWorker<Table, Uint8Array>(new URL('./table-task.ts', import.meta.url), table)
  return { name: `${name}.xlsx`, mediaType: xlsxType, content, size: content.byteLength }
}
