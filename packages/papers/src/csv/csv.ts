import { fail, ok, type Result } from '@quanheng/domain/kernel/result'

/** Cells of a delimited table (RFC 4180), with or without a byte order mark; a blank line is no row. */
export interface CsvRow {
  /** From 1: the line on which the row begins. */
  readonly line: number
  /** From 1: its number in Excel, where a quoted cell of many lines is one row and a blank line is one too. */
  readonly row: number
  readonly cells: readonly string[]
}

/** Where a quotation mark is not closed, or stands within a cell that is not quoted; row and column from 1. */
export interface CsvFault {
  readonly row: number
  readonly column: number
}

export type Delimiter = ',' | '\t' | ';'

const cellOf: Readonly<Record<Delimiter, RegExp>> = {
  ',': /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/y,
  '\t': /(?:"((?:[^"]|"")*)"|([^"\t\r\n]*))(\t|\r?\n|\r|$)/y,
  ';': /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r?\n|\r|$)/y,
}

/** Rows of the text, cells without the spaces around them; a quotation mark out of place refuses the whole. */
export function readCsv(text: string, delimiter: Delimiter = ','): Result<readonly CsvRow[], CsvFault> {
  const rows: CsvRow[] = []
  let [line, begins, row] = [1, 1, 1]
  let cells: string[] = []
  const cell = new RegExp(cellOf[delimiter])
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  while (cell.lastIndex < text.length || cells.length > 0) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) return fail({ row, column: cells.length + 1 })
    const [whole, quoted, plain = '', end] = match
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    line += whole.split(/\r\n|\r|\n/).length - 1
    if (end !== delimiter) {
      if (cells.some((each) => each !== '')) rows.push({ line: begins, row, cells })
      cells = []
      begins = line
      row += 1
    }
    if (cell.lastIndex === at && end !== delimiter) break
  }
  return ok(rows)
}

const delimiters: readonly Delimiter[] = [',', '\t', ';']

/** The sign that separates cells: the one that the first ten lines hold most of outside quotation marks. */
export function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const lines = head.split(/\r\n|\r|\n/, 10).join('\n')
  const counts = delimiters.map((sign) => lines.split(sign).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}
