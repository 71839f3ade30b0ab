import { fail, ok, type Result } from '@quanheng/domain/kernel/result'
import { type CsvRow, delimiterOf, readCsv } from '../csv/csv.ts'
import { decodeText } from '../csv/decode.ts'
import { unguard } from '../csv/guard.ts'
import { stampWord } from '../csv/write-csv.ts'
import type { TableError } from './codes.ts'
import { columnLetters, type Grid } from './grid.ts'
import type { TemplateMark } from './model.ts'

/** The name of the one worksheet that a .csv is taken for, and gets when it is sent back marked. */
export const csvSheet = '填报内容'

/** Neither a zip nor a compound file of older Office, which have words of their own, nor nothing at all. */
export const isCsv = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && !(bytes[0] === 0x50 && bytes[1] === 0x4b) && bytes[0] !== 0xd0

export interface OpenedCsv {
  readonly rows: readonly CsvRow[]
  readonly grid: Grid
  readonly mark?: TemplateMark
  /** Lines below the header that hold more than it, as happens where a comma within a cell is not quoted. */
  readonly tooWide: (headerRow: number) => readonly TableError[]
}

const at = (row: number, column: number) => ({ sheet: csvSheet, cell: `${columnLetters(column)}${row}` })
const placed = (row: number, column: number) => ({ row: String(row), place: String(column) })

/** The cell in which the text so far ends. */
function endOf(text: string): { readonly row: number; readonly column: number } {
  const delimiter = delimiterOf(text)
  let [row, column, quoted] = [1, 1, false]
  for (const sign of text.replace(/\r\n?/g, '\n')) {
    if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === delimiter) column += 1
    else if (sign === '\n') [row, column] = [row + 1, 1]
  }
  return { row, column }
}

const gridOf = (rows: readonly CsvRow[]): Grid => {
  const byNumber = new Map(rows.map((row) => [row.row, row]))
  return {
    name: csvSheet,
    textsOf: (row) =>
      (byNumber.get(row)?.cells ?? []).flatMap((text, index) => (text === '' ? [] : [[index + 1, text] as const])),
    rows: rows.map(({ row, cells }) => ({
      row,
      cell: (column) => ({ address: at(row, column).cell, value: cells[column - 1] ?? '' }),
    })),
  }
}

function surplus(rows: readonly CsvRow[], headerRow: number): readonly TableError[] {
  const width = rows.find(({ row }) => row === headerRow)?.cells.length ?? 0
  return rows.flatMap(({ row, cells }): TableError[] => {
    const found = row > headerRow ? cells.findIndex((text, index) => index >= width && text !== '') : -1
    if (found < 0) return []
    return [
      { code: 'table.tooWide', params: { ...placed(row, found + 1), width: String(width) }, ...at(row, found + 1) },
    ]
  })
}

/** A .csv taken apart: encoding and delimiter found out, guards of formulas taken off, nothing judged yet. */
export function openCsv(bytes: Uint8Array): Result<OpenedCsv, readonly TableError[]> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) {
    if (decoded.error.kind === 'notText') return fail([{ code: 'table.notXlsx' }])
    const { row, column } = endOf(decoded.error.before)
    const params = { ...placed(row, column), encoding: decoded.error.encoding }
    return fail([{ code: 'table.badBytes', params, ...at(row, column) }])
  }
  const { text } = decoded.value
  const read = readCsv(text, delimiterOf(text))
  if (!read.ok) {
    const { row, column } = read.error
    return fail([{ code: 'table.badQuote', params: placed(row, column), ...at(row, column) }])
  }
  const rows = read.value.map((row) => ({ ...row, cells: row.cells.map(unguard) }))
  const [word, name = '', version = ''] = rows[0]?.cells ?? []
  return ok({
    rows,
    grid: gridOf(rows),
    ...(word === stampWord ? { mark: { name, version } } : {}),
    tooWide: (headerRow) => surplus(rows, headerRow),
  })
}
