import type { Clause } from './clause.ts'
import type { Placed } from './scan.ts'

/** 每发现1例扣0.5分，累计不超过2分: a limit that does not say of what, behind words that only take, is of what they take. */
export const withOwnLimit = (clauses: readonly Placed[]): readonly Placed[] =>
  clauses.some(({ clause }) => earns(clause))
    ? clauses
    : clauses.map((placed, i) => {
        const { clause } = placed
        if (clause.kind !== 'ceiling' || !clause.ofAny || clause.ceiling.kind !== 'points') return placed
        const before = clauses.slice(0, i).findLast((one) => one.clause.kind !== 'partial')
        return before && takes(before.clause)
          ? { ...placed, clause: { kind: 'deductionLimit', limit: clause.ceiling } }
          : placed
      })

const takes = (clause: Clause): boolean =>
  clause.kind === 'nth' ||
  clause.kind === 'faults' ||
  ((clause.kind === 'count' || clause.kind === 'step' || clause.kind === 'credits') && clause.effect === 'deduct') ||
  (clause.kind === 'award' && clause.award.kind === 'deduct')

const earns = (clause: Clause): boolean =>
  (clause.kind === 'count' || clause.kind === 'step' || clause.kind === 'credits') && clause.effect !== 'deduct'
