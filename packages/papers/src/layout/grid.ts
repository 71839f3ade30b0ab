import { type Box, heightOf, shift } from './box.ts'
import type { Placed, PlacedRule } from './model.ts'

/** A cell with its text set to its inner width. */
export interface GridCell {
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly lines: readonly Box[]
  /** Text begins at the top instead of standing in the middle. */
  readonly top?: boolean
}

export interface GridRow {
  readonly cells: readonly GridCell[]
  /** At least this high. */
  readonly height?: number
  readonly keepNext?: boolean
}

export interface GridForm {
  readonly widths: readonly number[]
  /** Free inside a cell, above and below its text and beside it. */
  readonly pad: { readonly x: number; readonly y: number }
  /** No row is higher than this: what is goes on in a row below it. */
  readonly limit: number
}

const thickness = 0.5

export const innerWidth = ({ widths, pad }: GridForm, { column, colSpan }: Pick<GridCell, 'column' | 'colSpan'>) =>
  widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0) - 2 * pad.x

/** Rows with text beyond `limit` as several rows, line by line; rows under a spanning cell stay as they are. */
function sliced(rows: readonly GridRow[], { pad, limit }: GridForm): GridRow[] {
  return rows.flatMap((row): GridRow[] => {
    const room = limit - 2 * pad.y - thickness
    const over = row.cells.some(({ lines, rowSpan }) => rowSpan === 1 && heightOf(lines) > room)
    if (!over || row.cells.some(({ rowSpan }) => rowSpan > 1)) return [row]
    const pitch = Math.max(...row.cells.flatMap(({ lines }) => lines.map(({ before, height }) => before + height)))
    const perSlice = Math.max(1, Math.floor(room / pitch))
    const slices = Math.ceil(Math.max(...row.cells.map(({ lines }) => lines.length)) / perSlice)
    return Array.from({ length: slices }, (_, at) => ({
      cells: row.cells.map((cell) => ({
        ...cell,
        top: true,
        lines: cell.lines.slice(at * perSlice, (at + 1) * perSlice),
      })),
      ...(row.keepNext && at === slices - 1 ? { keepNext: true } : {}),
    }))
  })
}

/** Heights of rows: as high as their text, the last row of a spanning cell taking what it still needs. */
function rowHeights(rows: readonly GridRow[], pad: number): number[] {
  const heights = rows.map(({ cells, height = 0 }) =>
    Math.max(
      height,
      ...cells.filter(({ rowSpan }) => rowSpan === 1).map(({ lines }) => heightOf(lines) + 2 * pad + thickness),
      2 * pad + thickness,
    ),
  )
  for (const [at, { cells }] of rows.entries()) {
    for (const { lines, rowSpan } of cells) {
      const last = Math.min(rows.length, at + rowSpan) - 1
      const sum = heights.slice(at, last + 1).reduce((total, each) => total + each, 0)
      const missing = heightOf(lines) + 2 * pad + thickness - sum
      if (rowSpan > 1 && missing > 0) heights[last] = (heights[last] ?? 0) + missing
    }
  }
  return heights
}

/** Which cell stands where: row by column, as a number that is the same all over a spanning cell. */
function owners(rows: readonly GridRow[], columns: number): number[][] {
  const map = rows.map(() => Array.from({ length: columns }, () => -1))
  let name = 0
  for (const [at, { cells }] of rows.entries()) {
    for (const { column, colSpan, rowSpan } of cells) {
      name += 1
      for (const line of map.slice(at, at + rowSpan)) line.fill(name, column, column + colSpan)
    }
  }
  return map
}

function rowLines(map: readonly (readonly number[])[], at: number, edges: readonly number[], height: number) {
  const out: PlacedRule[] = []
  const own = map[at] ?? []
  const rule = (x: number, y: number, width: number, tall: number) =>
    out.push({ kind: 'rule', x, y, width: width + thickness, height: tall + thickness })
  for (const [column, x] of edges.entries())
    if (own[column] !== own[column - 1]) rule(x - thickness / 2, -thickness / 2, 0, height)
  for (const [other, y] of [
    [map[at - 1], 0],
    [map[at + 1], height],
  ] as const) {
    let from = -1
    for (let column = 0; column <= own.length; column++) {
      const open = column < own.length && other?.[column] !== own[column]
      if (open && from < 0) from = column
      if (open || from < 0) continue
      const left = edges[from] ?? 0
      rule(left - thickness / 2, y - thickness / 2, (edges[column] ?? 0) - left, 0)
      from = -1
    }
  }
  return out
}

/** A table of cells as boxes, one a row, with lines around every cell. Rows that a cell spans stand together. */
export function setGrid(given: readonly GridRow[], form: GridForm): Box[] {
  const { widths, pad } = form
  const rows = sliced(given, form)
  const edges = [0]
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width)
  const heights = rowHeights(rows, pad.y)
  const map = owners(rows, widths.length)
  return rows.map((row, at) => {
    const height = heights[at] ?? 0
    const items: Placed[] = rowLines(map, at, edges, height)
    for (const { column, rowSpan, lines, top = false } of row.cells) {
      const tall = heights.slice(at, at + rowSpan).reduce((sum, each) => sum + each, 0)
      const centred = !top && tall <= form.limit
      let y = centred ? (tall - heightOf(lines)) / 2 : pad.y
      for (const line of lines) {
        y += line.before
        items.push(...line.items.map((item) => shift(item, (edges[column] ?? 0) + pad.x, y)))
        y += line.height
      }
    }
    const below = map[at + 1]
    const spanned = below?.some((owner, column) => owner !== -1 && owner === map[at]?.[column]) ?? false
    return { before: 0, height, items, keepNext: spanned || row.keepNext === true }
  })
}
