import { compare, div, type Exact, neg, sign } from '../kernel/exact.ts'
import { round } from '../kernel/rounding.ts'
import type { TieBreaker } from '../plan/year-arithmetic.ts'
import type { ScoringSettings } from './model.ts'
import type { UnitYear } from './score-unit.ts'

export interface Standing {
  readonly unitId: string
  readonly rank: number
  readonly tied: boolean
}

export interface Contender {
  readonly unitId: string
  readonly figure: Exact
  /** Read in order where figures are equal; nothing comes after something. */
  readonly breakers: readonly (Exact | undefined)[]
}

/** Highest first. `sharedSkip` counts 1-2-2-4, `sharedDense` 1-2-2-3; within a tie the order is by unit id and means nothing. */
export const rankUnits = (
  contenders: readonly Contender[],
  ties: ScoringSettings['ties']['value'],
): readonly Standing[] =>
  rankBy(
    [...contenders].sort((a, b) => standing(b, a) || byId(a.unitId, b.unitId)),
    (a, b) => standing(a, b) === 0,
    ties,
  ).map(({ of: { unitId }, rank, tied }) => ({ unitId, rank, tied }))

/** Ranks of what stands in order already. */
export function rankBy<T>(
  sorted: readonly T[],
  same: (a: T, b: T) => boolean,
  ties: ScoringSettings['ties']['value'],
): readonly { readonly of: T; readonly rank: number; readonly tied: boolean }[] {
  let rank = 0
  const ranked = sorted.map((of, i) => {
    const above = sorted[i - 1]
    const tied = above !== undefined && same(above, of)
    if (!tied) rank = ties === 'sharedDense' ? rank + 1 : i + 1
    return { of, rank, tied }
  })
  return ranked.map((one, i) => ({ ...one, tied: one.tied || ranked[i + 1]?.tied === true }))
}

function standing(a: Contender, b: Contender): number {
  const first = compare(a.figure, b.figure)
  if (first !== 0) return first
  for (const [i, own] of a.breakers.entries()) {
    const other = b.breakers[i]
    const order = own && other ? compare(own, other) : Number(own !== undefined) - Number(other !== undefined)
    if (order !== 0) return order
  }
  return 0
}

/** What a unit stands in the rank with; nothing for one without a total or kept out by a gate. */
export function contender({ score, unrounded, ...year }: UnitYear, settings: ScoringSettings): Contender | undefined {
  if (unrounded === undefined || year.gates.unranked) return undefined
  const figure = settings.rankOn.value === 'rounded' ? round(unrounded, settings.rounding.value) : unrounded
  const breakers = (settings.tieBreakers?.value ?? []).map((breaker) => breakerOf(breaker, year))
  return { unitId: score.unitId, figure, breakers }
}

const breakerOf = (
  breaker: TieBreaker,
  { nodes, bonus, deduction }: Pick<UnitYear, 'nodes' | 'bonus' | 'deduction'>,
): Exact | undefined => {
  if (breaker.kind === 'bonus') return bonus
  if (breaker.kind === 'fewerDeductions') return neg(deduction)
  const node = nodes.get(breaker.nodeKey)
  return node && 'points' in node && sign(node.fullMark) > 0 ? div(node.points, node.fullMark) : undefined
}

/** By code unit, the same on every machine. */
export const byId = (a: string, b: string): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)
