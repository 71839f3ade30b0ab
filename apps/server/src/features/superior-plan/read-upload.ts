import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { CellFault, TableRow } from '@quanheng/domain/organisation/table-row'
import type { SuperiorPlanCommand } from '@quanheng/domain/superior-plan/commands'
import type { SuperiorContent } from '@quanheng/domain/superior-plan/model'
import { readIndicatorRows, readShareRows } from '@quanheng/domain/superior-plan/read-tables'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import { headerText } from '@quanheng/papers/xlsx/model'
import type { ReadRow, ReadTable } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { UploadedFile } from '../../platform/jobs/uploaded-file.ts'
import { readUploaded, uploadedTable } from '../../platform/jobs/uploaded-table.ts'
import { knownSections, knownUnits } from '../organisation/index.ts'
import { forms, mostRows, type SuperiorTable, tableWords } from './table-forms.ts'

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

type Given = Extract<SuperiorPlanCommand, { readonly kind: 'setIndicators' | 'divide' }>

const unread = ({ sheet, cell, code, params }: TableError): Fault => ({
  sheet: sheet ?? null,
  cell: cell ?? null,
  code,
  params: { ...params },
})

export const readUpload = async (
  db: Reader,
  files: FileStore,
  asked: { readonly personId: string; readonly table: SuperiorTable; readonly digest: string },
): Promise<Result<ReadUpload, Refusal>> => {
  const upload = await uploadedTable(db, files, asked.personId, asked.digest)
  if (!upload.ok) return upload
  const { columns, mark } = forms[asked.table]
  const options = { template: mark, maxRows: mostRows[asked.table], pastFaults: true }
  const read = await readUploaded(upload.value, columns, options)
  return ok(
    read.ok ? { upload: upload.value, table: read.value } : { upload: upload.value, faults: read.error.map(unread) },
  )
}

const rowsOf = <K extends string>(rows: readonly ReadRow[]): readonly TableRow<K>[] =>
  rows.map(({ row, cells }) => ({
    row,
    texts: Object.fromEntries(
      Object.entries(cells).flatMap(([key, cell]) => (cell.text === undefined ? [] : [[key, cell.text]])),
    ) as TableRow<K>['texts'],
  }))

const judged = async (
  db: Reader,
  table: SuperiorTable,
  rows: readonly ReadRow[],
  { indicators }: SuperiorContent,
): Promise<{ readonly given: Given; readonly faults: readonly CellFault<string>[] }> => {
  if (table === 'indicators') {
    const { values, faults } = readIndicatorRows(rowsOf(rows), indicators, tableWords)
    return { given: { kind: 'setIndicators', indicators: values }, faults }
  }
  const known = { units: await knownUnits(db), sections: await knownSections(db), words: tableWords }
  const { values, faults } = readShareRows(rowsOf(rows), { indicators, ...known })
  return { given: { kind: 'divide', shares: values }, faults }
}

const rowOf = ({ cell }: Fault): number => Number(/\d+$/.exec(cell ?? '')?.[0] ?? 0)

/** Every line against what stands: what the table would set, and everything wrong at once, line by line. */
export const judgeUpload = async (
  db: Reader,
  table: SuperiorTable,
  read: ReadUpload,
  content: SuperiorContent,
): Promise<{ readonly given?: Given; readonly faults: readonly Fault[] }> => {
  if ('faults' in read) return { faults: read.faults }
  const { given, faults } = await judged(db, table, read.table.rows, content)
  const rows = new Map(read.table.rows.map((row) => [row.row, row]))
  const unreadable = read.table.faults.map(unread)
  const told = new Set(unreadable.map(({ cell }) => cell))
  const found = faults.map(
    ({ row, column, error }): Fault => ({
      sheet: read.table.sheet,
      cell: rows.get(row)?.cells[column]?.cell ?? null,
      code: error.code,
      params: { ...error.params },
    }),
  )
  const all = [...unreadable, ...found.filter(({ cell }) => !told.has(cell))]
  return { given, faults: all.toSorted((a, b) => rowOf(a) - rowOf(b)) }
}

/** Enough to see that the right table was chosen. */
const shown = 20

export const checkReply = (table: SuperiorTable, read: ReadUpload, faults: readonly Fault[]) => {
  const rows = 'table' in read ? read.table.rows : []
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
