import { compare, type Exact } from '../../kernel/exact.ts'
import { round } from '../../kernel/rounding.ts'
import { gradeUnits } from '../grades/grade-group.ts'
import { rankInOrder } from '../rank.ts'
import { orderRows } from './order-rows.ts'
import { figureOf, type PackedGroup, type PackedYear } from './packed-model.ts'

/** Ranks and grades of a group, of its rows in the order of their unit ids. */
export function standGroup(key: string, members: Int32Array, year: PackedYear): PackedGroup {
  const { settings } = year.ground.plan
  const { top, exact } = year.totals
  const plain = exact.size === 0
  const unrankedAt = (row: number): boolean => exact.get(row)?.gates.unranked === true
  const known = plain
    ? members.filter((row) => !Number.isNaN(top[row]))
    : members.filter((row) => (exact.has(row) ? exact.get(row)?.unrounded !== undefined : !Number.isNaN(top[row])))
  const { rows, same } = orderRows(plain ? known : known.filter((row) => !unrankedAt(row)), year)
  const ranks = rankInOrder(rows.length, same, settings.ties.value)
  const grades = settings.grades?.value
  if (grades === undefined) return { key, rows, ...ranks }
  const graded = new Int32Array(known.length)
  graded.set(rows)
  if (!plain) graded.set(byTotal(known.filter(unrankedAt), year), rows.length)
  const rowAt = (at: number): number => graded[at] as number
  const grading = {
    size: graded.length,
    rank: ranks.rank,
    reaches: (at: number, line: Exact) => reaches(year, rowAt(at), line),
    gates: (at: number) => (plain ? undefined : exact.get(rowAt(at))?.gates),
  }
  return { key, rows, ...ranks, grades: { ...gradeUnits(grading, grades), rows: graded } }
}

/** Those without a rank, by their exact figures. */
const byTotal = (rows: Int32Array, year: PackedYear): number[] =>
  [...rows].sort((a, b) => {
    const [left, right] = [figureOf(year, a), figureOf(year, b)]
    return left && right ? compare(right, left) : 0
  })

/** In whole numbers where they stay below 2^53, else exactly. */
function reaches(year: PackedYear, row: number, line: Exact): boolean {
  const { ground, totals } = year
  const rounded = ground.plan.settings.thresholdsOn?.value === 'rounded'
  const [top, bottom] = rounded ? [totals.published, 1] : [totals.top, totals.bottom[row] as number]
  const own = (top[row] as number) * Number(line.d)
  const least = Number(line.n) * 10 ** ground.rounding.places * bottom
  if (Math.abs(own) < Number.MAX_SAFE_INTEGER && Math.abs(least) < Number.MAX_SAFE_INTEGER) return own >= least
  const figure = figureOf(year, row)
  return figure !== undefined && compare(rounded ? round(figure, ground.rounding) : figure, line) >= 0
}
