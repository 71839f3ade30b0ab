import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { CellFault, TableRow } from '@quanheng/domain/organisation/table-row'
import { message } from '@quanheng/messages/messages'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import { headerText, type TableColumn, type TableValues, type TemplateMark } from '@quanheng/papers/xlsx/model'
import type { ReadRow, ReadTable } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../../../platform/database/database.ts'
import type { FileReply } from '../../../platform/door/outcome.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { UploadedFile } from '../../../platform/jobs/uploaded-file.ts'
import { markUploaded, readUploaded, uploadedTable } from '../../../platform/jobs/uploaded-table.ts'

/** A table of people, posts or bodies that is filled in and comes back. Chinese, whoever downloads it: it goes round among offices. */
export interface TableForm {
  readonly title: string
  readonly mark: TemplateMark
  readonly columns: readonly TableColumn[]
  readonly example: TableValues
}

export interface Fault {
  readonly sheet: string | null
  /** Address, e.g. `C7`; null where the whole workbook is at fault. */
  readonly cell: string | null
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** Read and not yet judged: the faults are those of the workbook itself. */
export type ReadUpload =
  | { readonly upload: UploadedFile; readonly table: ReadTable }
  | { readonly upload: UploadedFile; readonly faults: readonly Fault[] }

/** One act takes in at most so many lines. */
const mostRows = 2_000

/** The table that this person sent, by its digest. */
export const readForm = async (
  db: Reader,
  files: FileStore,
  personId: string,
  form: TableForm,
  digest: string,
): Promise<Result<ReadUpload, Refusal>> => {
  const upload = await uploadedTable(db, files, personId, digest)
  if (!upload.ok) return upload
  const options = { template: form.mark, maxRows: mostRows, pastFaults: true }
  const read = await readUploaded(upload.value, form.columns, options)
  if (read.ok) return ok({ upload: upload.value, table: read.value })
  return ok({ upload: upload.value, faults: read.error.map(unread) })
}

const unread = (error: TableError): Fault => ({
  sheet: error.sheet ?? null,
  cell: error.cell ?? null,
  code: error.code,
  params: { ...error.params },
})

const rowOf = ({ cell }: Fault): number => Number(/\d+$/.exec(cell ?? '')?.[0] ?? 0)

/** Everything wrong at once, line by line: what could not be read, and what was read and cannot stand. */
export const allFaults = async (
  read: ReadUpload,
  judge: (rows: readonly ReadRow[]) => Promise<readonly CellFault<string>[]>,
): Promise<readonly Fault[]> => {
  if ('faults' in read) return read.faults
  const faults = await judge(read.table.rows)
  const rows = new Map(read.table.rows.map((row) => [row.row, row]))
  const unreadable = read.table.faults.map(unread)
  const told = new Set(unreadable.map(({ cell }) => cell))
  const judged = faults.map(({ row, column, error }) => ({
    sheet: read.table.sheet,
    cell: rows.get(row)?.cells[column]?.cell ?? null,
    code: error.code,
    params: { ...error.params },
  }))
  return [...unreadable, ...judged.filter(({ cell }) => !told.has(cell))].toSorted((a, b) => rowOf(a) - rowOf(b))
}

/** Enough to see that the right table was chosen. */
const shown = 20

export const checkedForm = (form: TableForm, read: ReadUpload, faults: readonly Fault[]) => {
  const rows = 'table' in read ? read.table.rows : []
  return {
    rows: rows.length,
    columns: form.columns.map((column) => ({ key: column.key, header: headerText(column) })),
    sample: rows.slice(0, shown).map(({ row, cells }) => ({
      row,
      texts: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.text ?? ''])),
    })),
    faults: faults.map(({ cell, code, params }) => ({ cell, code, params })),
  }
}

/** Chinese, like the workbook it is written into. */
const say = ({ code, params }: Fault): string => message('zh-CN', code, params)

/** The person's own workbook with the faults in it; one that cannot be opened cannot be marked either. */
export const markedForm = async (
  { mark, columns, example }: TableForm,
  read: ReadUpload,
  faults: readonly Fault[],
): Promise<Result<FileReply, Refusal>> => {
  const marks = faults.flatMap((fault) =>
    fault.sheet !== null && fault.cell !== null ? [{ sheet: fault.sheet, cell: fault.cell, text: say(fault) }] : [],
  )
  const content = await markUploaded(read.upload, { columns, template: mark, example }, marks)
  return content === null ? refuse('upload.notFound') : ok(content)
}

/** Texts by column, as the readers of the domain take them. */
export const rowsOf = <K extends string>(rows: readonly ReadRow[]): readonly TableRow<K>[] =>
  rows.map(({ row, cells }) => ({
    row,
    texts: Object.fromEntries(
      Object.entries(cells).flatMap(([key, cell]) => (cell.text === undefined ? [] : [[key, cell.text]])),
    ) as TableRow<K>['texts'],
  }))
