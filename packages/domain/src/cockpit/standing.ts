import { compare, div, type Exact, exact, floor, mul, printExact, sum, whole } from '../kernel/exact.ts'
import { printRounded } from '../kernel/rounding.ts'
import type { RunContent } from '../result/run-content.ts'

type Run = Pick<RunContent, 'units' | 'groups' | 'totals' | 'rounding'>

/** One group's totals as printed; null where no unit of it has a total. */
export interface GroupStanding {
  /** Empty for the units that stand in no group. */
  readonly key: string
  readonly name: string
  readonly units: number
  /** Units with a total. */
  readonly counted: number
  readonly mean: string | null
  readonly highest: string | null
  readonly lowest: string | null
}

/** How many units have a total of `from` or more, but less than `to`. Points, exact. */
export interface Stretch {
  readonly from: string
  readonly to: string
  readonly units: number
}

/** A unit whose rank in its group is another than a year ago; 1 is best. */
export interface Movement {
  readonly unitId: string
  readonly unitName: string
  readonly rank: number
  readonly before: number
}

const pointsIn = ({ totals }: Run): ReadonlyMap<string, Exact> =>
  new Map((totals?.units ?? []).flatMap(({ unitId, published }) => (published ? [[unitId, exact(published)]] : [])))

/** Mean, highest and lowest total of each group, in the plan's order; units in no group come last. */
export function groupStandings(run: Run): readonly GroupStanding[] {
  const points = pointsIn(run)
  const shown = (value: Exact | undefined) => (value === undefined ? null : printRounded(value, run.rounding))
  const standing = (key: string, name: string): readonly GroupStanding[] => {
    const units = run.units.filter(({ groupKey }) => (groupKey ?? '') === key)
    const own = units.flatMap(({ id }) => points.get(id) ?? []).toSorted(compare)
    if (units.length === 0) return []
    return [
      {
        key,
        name,
        units: units.length,
        counted: own.length,
        mean: shown(own.length === 0 ? undefined : div(sum(own), whole(own.length))),
        highest: shown(own.at(-1)),
        lowest: shown(own[0]),
      },
    ]
  }
  return [...run.groups.flatMap(({ key, name }) => standing(key, name)), ...standing('', '未分组')]
}

/** Widths that a reader expects on an axis, in points. */
const widths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(whole)
const mostStretches = 10n

/** The totals of all units in at most ten stretches of one round width, from the lowest to the highest; empty without totals. */
export function distribution(run: Run): readonly Stretch[] {
  const points = [...pointsIn(run).values()].toSorted(compare)
  const [lowest] = points
  const highest = points.at(-1)
  if (lowest === undefined || highest === undefined) return []
  const placeIn = (width: Exact, value: Exact): bigint => floor(div(value, width)).n
  const few = (width: Exact) => placeIn(width, highest) - placeIn(width, lowest) < mostStretches
  const width = widths.find(few) ?? highest
  const first = placeIn(width, lowest)
  const counts = Map.groupBy(points, (value) => placeIn(width, value) - first)
  return Array.from({ length: Number(placeIn(width, highest) - first) + 1 }, (_, i) => {
    const edge = (step: number) => printExact(mul(width, whole(first + BigInt(i + step))))
    return { from: edge(0), to: edge(1), units: counts.get(BigInt(i))?.length ?? 0 }
  })
}

const mostMoved = 5

/** The units that rose and those that fell furthest in their group since `before`, the furthest first. Newcomers are in neither. */
export function movements(
  run: Run,
  before: Pick<RunContent, 'totals'> | undefined,
): { readonly risen: readonly Movement[]; readonly fallen: readonly Movement[] } {
  const then = new Map(before?.totals?.ranks.map(({ unitId, rank }) => [unitId, rank]))
  const names = new Map(run.units.map(({ id, name }) => [id, name]))
  const moved = (run.totals?.ranks ?? []).flatMap(({ unitId, rank }): Movement[] => {
    const old = then.get(unitId)
    return old === undefined || old === rank ? [] : [{ unitId, unitName: names.get(unitId) ?? '', rank, before: old }]
  })
  const furthest = (sign: 1 | -1) =>
    moved
      .filter((one) => (one.before - one.rank) * sign > 0)
      .toSorted((a, b) => (b.before - b.rank - (a.before - a.rank)) * sign)
      .slice(0, mostMoved)
  return { risen: furthest(1), fallen: furthest(-1) }
}

/** How many units have each grade, in the order the proposals come; `null` is open. Empty where the plan has no grades. */
export function gradeCounts({ totals }: Pick<RunContent, 'totals'>): readonly {
  readonly grade: string | null
  readonly units: number
}[] {
  const counts = Map.groupBy(totals?.grades?.proposals ?? [], ({ grade }) => grade ?? null)
  return [...counts].map(([grade, all]) => ({ grade, units: all.length }))
}
