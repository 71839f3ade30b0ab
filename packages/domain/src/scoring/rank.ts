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
export function rankUnits(
  contenders: readonly Contender[],
  ties: ScoringSettings['ties']['value'],
): readonly Standing[] {
  const sorted = [...contenders].sort((a, b) => standing(b, a) || byId(a.unitId, b.unitId))
  const ranks: number[] = []
  const same = (i: number, j: number): boolean => {
    const [a, b] = [sorted[i], sorted[j]]
    return a !== undefined && b !== undefined && standing(a, b) === 0
  }
  sorted.forEach((_, i) => {
    const above = ranks.at(-1) ?? 0
    ranks.push(same(i, i - 1) ? above : ties === 'sharedDense' ? above + 1 : i + 1)
  })
  return sorted.map(({ unitId }, i) => ({
    unitId,
    rank: ranks[i] ?? i + 1,
    tied: same(i, i - 1) || same(i, i + 1),
  }))
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
