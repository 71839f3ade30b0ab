import { compare, zero } from '../../kernel/exact.ts'
import { figureOf, type PackedYear } from './packed-model.ts'

export interface RowOrder {
  /** The highest first, and level ones as they were given. */
  readonly rows: Int32Array
  /** Whether the row at a place stands level with the one before. */
  readonly same: (at: number) => boolean
}

/** Rows that have a total, by the figure that the plan ranks on. */
export function orderRows(rows: Int32Array, year: PackedYear): RowOrder {
  const figures = wholeFigures(rows, year)
  const sorted = figures && byWholeFigures(rows, figures)
  if (figures && sorted)
    return { rows: sorted, same: (at) => figures[sorted[at - 1] ?? -1] === figures[sorted[at] ?? -1] }
  const order = (a: number, b: number): number => compare(figureOf(year, a) ?? zero, figureOf(year, b) ?? zero)
  const ordered = Int32Array.from([...rows].sort((a, b) => order(b, a)))
  return { rows: ordered, same: (at) => order(ordered[at - 1] ?? -1, ordered[at] ?? -1) === 0 }
}

/** Whole numbers that stand to each other as the figures do; undefined where there are none. */
function wholeFigures(rows: Int32Array, { ground, totals }: PackedYear): Float64Array | undefined {
  if (ground.plan.settings.rankOn.value === 'rounded') return totals.published
  const bottom = totals.bottom[rows[0] ?? -1]
  return rows.every((row) => totals.bottom[row] === bottom) ? totals.top : undefined
}

/** One number a row, how far it is below the highest and then its place, sorted as numbers are; undefined where 2^53 is too little. */
function byWholeFigures(rows: Int32Array, figures: Float64Array): Int32Array | undefined {
  const { length } = rows
  let [most, least] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let i = 0; i < length; i += 1) {
    const own = figures[rows[i] as number] as number
    if (own > most) most = own
    if (own < least) least = own
  }
  if (length > 0 && !((most - least + 1) * length < Number.MAX_SAFE_INTEGER)) return undefined
  const keys = new Float64Array(length)
  for (let i = 0; i < length; i += 1) keys[i] = (most - (figures[rows[i] as number] as number)) * length + i
  keys.sort()
  const sorted = new Int32Array(length)
  for (let i = 0; i < length; i += 1) {
    const key = keys[i] as number
    sorted[i] = rows[key - Math.floor(key / length) * length] as number
  }
  return sorted
}
