import { compare, type Exact, zero } from '../../kernel/exact.ts'
import { round } from '../../kernel/rounding.ts'
import { standingGates } from '../gates.ts'
import { type Graded, gradeGroup } from '../grades/grade-group.ts'
import { byId, rankBy } from '../rank.ts'
import { figureOf, type PackedGroup, type PackedYear } from './packed-model.ts'
import type { PackedPlan } from './packed-plan.ts'

export function standGroup({ key, rows }: PackedPlan['groups'][number], year: PackedYear): PackedGroup {
  const { ground, totals } = year
  const { settings, unitIds } = ground.plan
  const order = settings.rankOn.value === 'rounded' ? byPublished(totals.published) : byFigure(year)
  const standing = [...rows].filter((row) => known(year, row) && totals.exact.get(row)?.gates.unranked !== true)
  standing.sort((a, b) => order(b, a) || byId(unitIds[a] ?? '', unitIds[b] ?? ''))
  const ranks = rankBy(standing, (a, b) => order(a, b) === 0, settings.ties.value).map(({ of: row, rank, tied }) => ({
    row,
    rank,
    tied,
  }))
  const grades = settings.grades?.value
  return { key, ranks, ...(grades && { grades: gradeGroup(key, graded(rows, ranks, year), grades) }) }
}

const known = ({ totals }: PackedYear, row: number): boolean => {
  const own = totals.exact.get(row)
  return own ? own.unrounded !== undefined : !Number.isNaN(totals.top[row])
}

type Order = (a: number, b: number) => number

const byPublished =
  (published: Float64Array): Order =>
  (a, b) =>
    (published[a] as number) - (published[b] as number)

/** By the exact figures: cross products where they stay below 2^53. */
const byFigure =
  (year: PackedYear): Order =>
  (a, b) => {
    const { top, bottom, exact } = year.totals
    if (exact.size === 0 || (!exact.has(a) && !exact.has(b))) {
      const [left, right] = [(top[a] as number) * (bottom[b] as number), (top[b] as number) * (bottom[a] as number)]
      if (Math.abs(left) < Number.MAX_SAFE_INTEGER && Math.abs(right) < Number.MAX_SAFE_INTEGER) return left - right
    }
    return compare(figureOf(year, a) ?? zero, figureOf(year, b) ?? zero)
  }

const noGates = standingGates([], [])

/** Ranked rows by rank, then those with a total and no rank by their figures. */
function graded(rows: Int32Array, ranks: PackedGroup['ranks'], year: PackedYear): readonly Graded[] {
  const { unitIds } = year.ground.plan
  const { exact } = year.totals
  const gradedRow = (row: number): Graded => ({
    unitId: unitIds[row] ?? '',
    reaches: (line) => reaches(year, row, line),
    gates: exact.get(row)?.gates ?? noGates,
  })
  const unranked = [...rows].filter((row) => exact.get(row)?.gates.unranked === true && known(year, row))
  const others = unranked.flatMap((row) => {
    const figure = figureOf(year, row)
    return figure ? [{ ...gradedRow(row), figure }] : []
  })
  others.sort((a, b) => compare(b.figure, a.figure) || byId(a.unitId, b.unitId))
  return [...ranks.map(({ row, rank }) => ({ ...gradedRow(row), rank })), ...others]
}

/** Rounded figures are compared as whole numbers; others exactly. */
function reaches(year: PackedYear, row: number, line: Exact): boolean {
  const { ground, totals } = year
  if (ground.plan.settings.thresholdsOn?.value === 'rounded') {
    const [own, least] = [
      (totals.published[row] as number) * Number(line.d),
      Number(line.n) * 10 ** ground.rounding.places,
    ]
    if (Math.abs(own) < Number.MAX_SAFE_INTEGER && Math.abs(least) < Number.MAX_SAFE_INTEGER) return own >= least
  }
  const figure = figureOf(year, row)
  if (figure === undefined) return false
  const read = ground.plan.settings.thresholdsOn?.value === 'rounded' ? round(figure, ground.rounding) : figure
  return compare(read, line) >= 0
}
