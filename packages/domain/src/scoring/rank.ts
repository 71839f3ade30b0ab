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
export function rankUnits(contenders: readonly Contender[], ties: Ties): readonly Standing[] {
  const sorted = [...contenders].sort((a, b) => standing(b, a) || byId(a.unitId, b.unitId))
  const same = (at: number): boolean => standing(sorted[at - 1] as Contender, sorted[at] as Contender) === 0
  const { rank, tied } = rankInOrder(sorted.length, same, ties)
  return sorted.map(({ unitId }, at) => ({ unitId, rank: rank[at] as number, tied: tied[at] === 1 }))
}

export type Ties = ScoringSettings['ties']['value']

/** Ranks side by side, by the places in an order. */
export interface Ranks {
  readonly rank: Int32Array
  /** 1 where the rank is shared. */
  readonly tied: Uint8Array
}

/** Ranks of so many that stand in order already; `same` says of a place whether it stands level with the one before. */
export function rankInOrder(size: number, same: (at: number) => boolean, ties: Ties): Ranks {
  const [rank, tied] = [new Int32Array(size), new Uint8Array(size)]
  let own = 0
  for (let at = 0; at < size; at += 1) {
    if (at > 0 && same(at)) tied[at] = tied[at - 1] = 1
    else own = ties === 'sharedDense' ? own + 1 : at + 1
    rank[at] = own
  }
  return { rank, tied }
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
