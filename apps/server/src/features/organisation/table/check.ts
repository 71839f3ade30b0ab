import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import { headerText } from '@quanheng/papers/xlsx/model'
import type { ReadTable } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { UploadedFile } from '../../../platform/jobs/uploaded-file.ts'
import { readUploaded, uploadedTable } from '../../../platform/jobs/uploaded-table.ts'
import { forms, mostRows, type OrganisationTable } from './columns.ts'
import { judge } from './judge.ts'

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

export const readUpload = async (
  db: Reader,
  files: FileStore,
  personId: string,
  table: OrganisationTable,
  digest: string,
): Promise<Result<ReadUpload, Refusal>> => {
  const upload = await uploadedTable(db, files, personId, digest)
  if (!upload.ok) return upload
  const form = forms[table]
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
export const faultsOf = async (db: Reader, table: OrganisationTable, read: ReadUpload): Promise<readonly Fault[]> => {
  if ('faults' in read) return read.faults
  const { faults } = await judge(db, table, read.table.rows)
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

export const checkReply = async (db: Reader, table: OrganisationTable, read: ReadUpload) => {
  const rows = 'table' in read ? read.table.rows : []
  const faults = await faultsOf(db, table, read)
  return {
    rows: rows.length,
    columns: forms[table].columns.map((column) => ({ key: column.key, header: headerText(column) })),
    sample: rows.slice(0, shown).map(({ row, cells }) => ({
      row,
      texts: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.text ?? ''])),
    })),
    faults: faults.map(({ cell, code, params }) => ({ cell, code, params })),
  }
}
