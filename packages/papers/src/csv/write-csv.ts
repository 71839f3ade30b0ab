import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { headerText, type Table, type TableColumn, type TableValues } from '../xlsx/model.ts'
import { encodeGb18030 } from './gb18030.ts'
import { guard } from './guard.ts'

/** `csv` is UTF-8 with a byte order mark, by which Excel and WPS know it; `gb18030` is for older programs. */
export type CsvFormat = 'csv' | 'gb18030'

/** The first cell of the line that names the template, as the hidden sheet of a workbook does. */
export const stampWord = '权衡表'

/** A cell that another delimiter or a line end would cut in two is quoted, so that no part of it stands at a cell's begin. */
const quoted = (text: string): string => (/[",;\t\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const plainNumber = /^-?\d+(?:\.\d+)?$/

const cellOf = ({ kind }: TableColumn, value: string): string =>
  quoted(kind === 'quantity' && plainNumber.test(value) ? value : guard(normaliseText(value).replaceAll('\0', '')))

const lineOf = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

const rowLine = (columns: readonly TableColumn[], row: TableValues): string =>
  lineOf(columns.map((column) => cellOf(column, row[column.key] ?? '')))

const headerLine = (columns: readonly TableColumn[]): string =>
  lineOf(columns.map((column) => quoted(`${column.required ? '*' : ''}${headerText(column)}`)))

/** Rows encoded together: enough to be worth a write, little enough to be held. */
const batch = 500

/**
 * A table as .csv, piece by piece: a line with the template's name and version where it has one, the header, the rows. No cell is a formula
 * to whoever opens it; `readTable` gives back the texts as they were.
 */
export async function* csvPieces(
  { columns, template }: Pick<Table, 'columns'> & Partial<Pick<Table, 'template'>>,
  rows: Iterable<TableValues> | AsyncIterable<TableValues>,
  format: CsvFormat,
): AsyncGenerator<Uint8Array> {
  const encode = (text: string): Uint8Array => (format === 'csv' ? Buffer.from(text) : encodeGb18030(text))
  const stamp = template ? lineOf([stampWord, quoted(template.name), quoted(template.version)]) : ''
  let lines = `${format === 'csv' ? '\ufeff' : ''}${stamp}${headerLine(columns)}`
  let held = 0
  for await (const row of rows) {
    lines += rowLine(columns, row)
    held += 1
    if (held < batch) continue
    yield encode(lines)
    lines = ''
    held = 0
  }
  if (lines !== '') yield encode(lines)
}

/** The whole table as .csv. */
export async function writeCsv(table: Table, format: CsvFormat = 'csv'): Promise<Uint8Array> {
  return new Uint8Array(await buffer(Readable.from(csvPieces(table, table.rows, format))))
}
