import type { Align, Cell, Table, TableColumn, Text } from './model.ts'
import { isFigure, plain, widthOf } from './text.ts'

/** Shares of columns as whole units that add up to the width, the rest going to the widest. */
export function shareOut(columns: readonly TableColumn[], width: number): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const out = columns.map((column) => Math.floor((column.width * width) / total))
  const widest = out.indexOf(Math.max(...out))
  out[widest] = (out[widest] ?? 0) + width - out.reduce((sum, each) => sum + each, 0)
  return out
}

export interface Span {
  readonly text: Text
  readonly colSpan: number
  readonly rowSpan: number
}

function spanOf(cell: Cell): Span {
  if (typeof cell === 'object' && !Array.isArray(cell) && 'cell' in cell)
    return { text: cell.cell, colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1 }
  return { text: cell as Text, colSpan: 1, rowSpan: 1 }
}

export interface PlacedCell {
  readonly column: number
  readonly span: Span
}

/** Columns where each row's cells start, counting those that a cell above still covers. */
export function placeCells(rows: readonly (readonly Cell[])[]): readonly (readonly PlacedCell[])[] {
  const covered: number[] = []
  return rows.map((row) => {
    let column = 0
    const placed = row.map((cell) => {
      while ((covered[column] ?? 0) > 0) column += 1
      const span = spanOf(cell)
      const at = { column, span }
      for (let i = 0; i < span.colSpan; i++) covered[column + i] = span.rowSpan
      column += span.colSpan
      return at
    })
    for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1)
    return placed
  })
}

/** Where a column does not say: figures stand right, words of a few characters in the middle, sentences left. */
function usualAlign(texts: readonly Text[]): Align {
  if (texts.some(isFigure)) return 'right'
  return Math.max(0, ...texts.map((text) => widthOf(plain(text)))) <= 9 ? 'center' : 'left'
}

/** The alignment of each column, judged by the cells that stand in it alone. */
export function alignments(table: Table, placed: readonly (readonly PlacedCell[])[]): Align[] {
  const body = placed.slice(table.header.length).flat()
  return table.columns.map(
    ({ align }, column) =>
      align ?? usualAlign(body.filter((at) => at.column === column && at.span.colSpan === 1).map((at) => at.span.text)),
  )
}
