import { halfWidth } from '@quanheng/domain/kernel/normalise'
import type { TableError } from './codes.ts'
import type { Grid } from './grid.ts'
import { headerText, type TableColumn } from './model.ts'

/** Headers compare without marks, spaces and widths: people retype them. */
const comparable = (text: string): string => halfWidth(text).replace(/[*\s]/g, '')

export interface Header {
  readonly grid: Grid
  readonly row: number
  /** Column numbers by key; two where the header stands twice. */
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly ignored: readonly string[]
}

/** Below a merged header a column's own name stands in the lower line, or in the upper one where it spans both. */
function namesAt(grid: Grid, row: number): ReadonlyMap<number, string> {
  const names = new Map(grid.textsOf(row))
  if (row > 1) for (const [number, text] of grid.textsOf(row - 1)) if (!names.has(number)) names.set(number, text)
  return names
}

function headerAt(grid: Grid, row: number, columns: readonly TableColumn[]): Header {
  const places = new Map<string, number[]>()
  const ignored: string[] = []
  for (const [number, shown] of namesAt(grid, row)) {
    const text = comparable(shown)
    const column = columns.find((each) => [headerText(each), each.header].map(comparable).includes(text))
    if (column) places.set(column.key, [...(places.get(column.key) ?? []), number])
    else if (text !== '') ignored.push(shown.trim())
  }
  return { grid, row, places, ignored }
}

/** The line that bears most of the headers, among the first ten of each grid. */
export function findHeader(grids: readonly Grid[], columns: readonly TableColumn[]): Header | undefined {
  let best: Header | undefined
  for (const grid of grids) {
    for (let row = 1; row <= 10; row++) {
      const header = headerAt(grid, row, columns)
      if (header.places.size > (best?.places.size ?? 0)) best = header
    }
  }
  return best
}

export function wrongColumns({ places }: Header, columns: readonly TableColumn[]): TableError[] {
  return columns.flatMap((column): TableError[] => {
    const count = places.get(column.key)?.length ?? 0
    if (count === 1) return []
    return [{ code: count === 0 ? 'table.columnMissing' : 'table.columnTwice', params: { column: headerText(column) } }]
  })
}
