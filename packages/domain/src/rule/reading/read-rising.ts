import type { CountDeductionRule } from '../model.ts'
import type { Taken } from './clause.ts'
import type { Placed } from './scan.ts'

/** Prices one after another up to one that holds from there on; what the fourth costs must be said. */
export function readRising(clauses: readonly Placed[]): Taken<CountDeductionRule> | undefined {
  const prices: string[] = []
  const head = clauses[0]?.clause
  if (head?.kind !== 'nth') return undefined
  const { name, unit } = head
  for (const { clause } of clauses) {
    if (clause.kind !== 'nth' || clause.n !== prices.length + 1 || clause.unit !== unit) return undefined
    if (prices.length > 0 && clause.name !== undefined) return undefined
    if (clause.onwards) {
      if (prices.length === 0) return undefined
      const counted = { verb: '', per: '1', unit, ...(name !== undefined && { name }) }
      const rule = { kind: 'countDeduction', counted, points: clause.points, first: prices } as const
      return behind(rule, clauses, prices.length + 1)
    }
    prices.push(clause.points)
  }
  return undefined
}

function behind(rule: CountDeductionRule, clauses: readonly Placed[], used: number): Taken<CountDeductionRule> {
  const limit = clauses[used]?.clause
  return limit?.kind === 'deductionLimit' ? { rule: { ...rule, limit: limit.limit }, used: used + 1 } : { rule, used }
}
