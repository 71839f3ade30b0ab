import type { Clause, When } from './clause.ts'
import { isProRata, rateOf } from './read-ratio.ts'
import { inExcess } from './read-tiers.ts'
import type { Placed } from './scan.ts'

/** Clauses in the order in which methods read them; officials put some of them elsewhere. */
export const inOrder = (clauses: readonly Placed[]): readonly Placed[] => shortfallFirst(limitLast(clauses))

const limits: ReadonlySet<Clause['kind']> = new Set(['deductionLimit', 'additionLimit', 'ceiling'])

/** 本项扣分可以倒扣，每发生一起扣3分: a limit said first is of the one rule behind it. */
function limitLast([first, ...rest]: readonly Placed[]): readonly Placed[] {
  if (first === undefined) return []
  return limits.has(first.clause.kind) && rest.length > 0 ? [...rest, first] : [first, ...rest]
}

/** 完成任务的得8分，超额10%以上的加1分；未完成的按比例得分，低于70%的不得分: what is short belongs to the first clause, before the bonus. */
function shortfallFirst(clauses: readonly Placed[]): readonly Placed[] {
  const [first] = clauses
  const rate = first?.clause.kind === 'award' ? rateOf(first.clause.when) : undefined
  const at = clauses.findIndex(({ clause }, i) => i > 1 && isProRata(clause))
  if (first === undefined || rate?.kind !== 'rate' || at < 0) return clauses
  const between = clauses.slice(1, at)
  if (!between.every(({ clause }) => isBonus(clause))) return clauses
  const bonus = between.map((placed) => ({ ...placed, clause: ofRate(placed.clause, rate) }))
  const behind = clauses.slice(at)
  const bars = behind.findIndex(({ clause }, i) => i > 0 && !(clause.kind === 'award' && clause.award.kind === 'none'))
  const end = bars < 0 ? behind.length : bars
  return [first, ...behind.slice(0, end), ...bonus, ...behind.slice(end)]
}

const isBonus = (clause: Clause): boolean =>
  clause.kind === 'additionLimit' ||
  clause.kind === 'ceiling' ||
  (clause.kind === 'step' && clause.side === 'above' && clause.effect === 'add') ||
  (clause.kind === 'award' && clause.award.kind === 'add' && clause.when.kind === 'band')

/** The bonus is on the figures whose rate the first clause speaks of. */
function ofRate(clause: Clause, rate: NonNullable<ReturnType<typeof rateOf>>): Clause {
  if (rate.kind !== 'rate') return clause
  if (clause.kind === 'step' && clause.measure === undefined)
    return {
      ...clause,
      measure: { kind: 'input', name: rate.actual },
      reference: clause.reference ?? { input: rate.target },
    }
  if (clause.kind !== 'award' || clause.when.kind !== 'band') return clause
  const { measure } = clause.when
  const when: When = measure
    ? (inExcess({ ...clause.when, measure }, rate) ?? clause.when)
    : { ...clause.when, measure: rate }
  return { ...clause, when }
}
