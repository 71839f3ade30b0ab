import type { SourceBlock, SourceCell } from '../text/source.ts'

export interface GridCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

const widest = 200

/** Cells that span rows and columns laid out on a plain grid; what a cell covers repeats it by `origin`. */
export function layOut(rows: readonly (readonly GridCell[])[]): readonly (readonly SourceCell[])[] {
  const grid: SourceCell[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    let column = 0
    for (const { text, columns, rows: down } of row) {
      while (grid[at]?.[column]) column += 1
      if (column >= widest) return
      for (let y = 0; y < Math.min(down, rows.length - at); y++) {
        for (let x = 0; x < Math.min(columns, widest - column); x++) {
          const line = grid[at + y]
          if (line) line[column + x] = y === 0 && x === 0 ? { text } : { text, origin: [at, column] }
        }
      }
      column += columns
    }
  })
  return grid.map((row) => Array.from(row, (cell) => cell ?? { text: '' }))
}

const linesOf = (text: string): SourceBlock[] => text.split('\n').map((line) => ({ kind: 'line', text: line }))

const filled = (row: readonly SourceCell[]): readonly SourceCell[] =>
  row.filter(({ text, origin }) => !origin && text.trim() !== '')

/** A grid as blocks: a frame of one cell and title rows above the header are lines, the rest is a table. */
export function blocksOf(rows: readonly (readonly SourceCell[])[]): readonly SourceBlock[] {
  if (rows.every((row) => filled(row).length <= 1))
    return rows.flatMap((row) => filled(row).flatMap(({ text }) => linesOf(text)))
  const first = rows.findIndex((row) => filled(row).length > 1)
  const above = rows.slice(0, first).flatMap((row) => filled(row).flatMap(({ text }) => linesOf(text)))
  const moved = rows.slice(first).map((row) =>
    row.map((cell): SourceCell => {
      if (!cell.origin) return cell
      const [y, x] = cell.origin
      return y < first ? { text: cell.text } : { text: cell.text, origin: [y - first, x] }
    }),
  )
  return [...above, { kind: 'table', rows: moved }]
}
