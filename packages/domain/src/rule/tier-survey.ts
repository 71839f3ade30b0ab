import { add, compare, div, type Exact, exact, sub, whole } from '../kernel/exact.ts'
import { closed, holds } from './bands.ts'
import { type Finding, mustResolve } from './findings.ts'
import type { Award, TiersRule } from './model.ts'

/**
 * Overlaps, gaps and unreachable bands, found by trying every edge and a point between and beyond each two edges: bands are
 * intervals with these edges, so no other value can behave differently. Open edges are tried under both readings.
 */
export function surveyTiers(rule: TiersRule): readonly Finding[] {
  const bands = closed(rule.bands)
  const samples = samplesOf(rule)
  const found = new Map<string, Finding>()
  const report = (finding: Finding) => found.set(`${finding.code} ${finding.at}`, finding)
  const reached = new Set<number>()
  for (const lower of [true, false]) {
    for (const value of samples) {
      const inside = bands.flatMap((band, i) => (holds(band, value, { from: lower, to: !lower }) ? [i] : []))
      for (const i of inside) reached.add(i)
      if (inside.length > 1) report(mustResolve('rule.tiersOverlap', `bands[${inside[1]}]`))
      if (inside.length === 0 && rule.otherwise === undefined && untouched(rule) === undefined)
        report(mustResolve('rule.tiersGap', 'bands'))
    }
  }
  rule.bands.forEach((_, i) => {
    if (!reached.has(i)) report(mustResolve('rule.tierUnreachable', `bands[${i}]`))
  })
  return [...found.values()]
}

/** 低于90%的扣2分: bands that all only take, or all only add, leave every other figure as it is. */
export const untouched = ({ bands }: TiersRule): Award | undefined =>
  (['deduct', 'add'] as const)
    .filter((kind) => bands.every(({ award }) => award.kind === kind))
    .map((kind) => ({ kind, points: '0' }))[0]

function samplesOf({ bands }: TiersRule): readonly Exact[] {
  const edges = bands
    .flatMap(({ from, to }) => [from, to])
    .flatMap((edge) => (edge ? [exact(edge.value)] : []))
    .sort(compare)
  const [first, last] = [edges[0], edges.at(-1)]
  if (first === undefined || last === undefined) return [exact('0')]
  const between = edges.slice(1).map((edge, i) => div(add(edge, edges[i] ?? edge), whole(2)))
  return [sub(first, whole(1)), ...edges, ...between, add(last, whole(1))]
}
