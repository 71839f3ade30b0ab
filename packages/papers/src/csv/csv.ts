/** Cells of a comma-separated table (RFC 4180), with or without a byte order mark; a blank line is no row. */
export interface CsvRow {
  /** From 1: the line on which the row begins. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Nothing where a quoted cell is not closed. */
export function readCsv(text: string): readonly CsvRow[] | undefined {
  const rows: CsvRow[] = []
  let [line, begins] = [1, 1]
  let cells: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/y
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  while (cell.lastIndex < text.length || cells.length > 0) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) return undefined
    const [whole, quoted, plain = '', end] = match
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    line += whole.split(/\r\n|\r|\n/).length - 1
    if (end !== ',') {
      if (cells.some((each) => each !== '')) rows.push({ line: begins, cells })
      cells = []
      begins = line
    }
    if (cell.lastIndex === at && end !== ',') break
  }
  return rows
}
