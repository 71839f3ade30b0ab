import type { Reference } from '../model.ts'
import { defaultRate } from '../phrases.ts'
import { sameData } from '../same-data.ts'
import type { Clause, When } from './clause.ts'
import { carriedOn, eachCondition } from './left-unsaid.ts'
import { withOwnLimit } from './own-limit.ts'
import { isProRata, rateOf } from './read-ratio.ts'
import { inExcess } from './read-tiers.ts'
import { apartByDeed } from './same-thing.ts'
import type { Placed } from './scan.ts'
import { withShortOf } from './short-of.ts'

/** Clauses in the order in which methods read them; officials put some of them elsewhere. */
export const inOrder = (clauses: readonly Placed[]): readonly Placed[] =>
  shortfallFirst(
    withoutBasis(
      barBehind(
        mattersLast(limitLast(withoutEcho(withShortOf(withOwnLimit(eachCondition(apartByDeed(carriedOn(clauses)))))))),
      ),
    ),
  )

/** 低于60%的不得分；60%以上的按完成率计分，最高得满分: a rate with a bar under it. */
function barBehind(clauses: readonly Placed[]): readonly Placed[] {
  const [bar, rate, most] = clauses
  if (bar?.clause.kind !== 'award' || rate?.clause.kind !== 'award' || most?.clause.kind !== 'ceiling') return clauses
  const [low, high] = [bar.clause, rate.clause]
  if (low.award.kind !== 'none' || high.award.kind !== 'rate' || high.award.of || high.award.worth) return clauses
  if (low.when.kind !== 'band' || high.when.kind !== 'band' || low.when.from || high.when.to) return clauses
  if (low.when.to?.value !== high.when.from?.value || low.when.to?.unit !== '%') return clauses
  const measure = low.when.measure ?? high.when.measure ?? defaultRate
  return [{ ...rate, clause: { kind: 'ratio', measure } }, ...clauses.slice(2), bar]
}

/** 以全县平均值为基准，达到平均值的得80%的分值: what it is compared with, then what being there earns. */
function withoutBasis(clauses: readonly Placed[]): readonly Placed[] {
  const [basis, start] = clauses
  if (basis === undefined || start?.clause.kind !== 'award' || start.clause.when.kind !== 'reference') return clauses
  const said = basis.clause.kind === 'award' && basis.clause.when.kind === 'reference' ? basis.clause.when : undefined
  const { when } = start.clause
  if (!said?.basis || when.basis || !isSame(when.reference, said.reference)) return clauses
  const clause: Clause = { ...start.clause, when: { ...when, reference: said.reference } }
  return [{ ...start, clause }, ...clauses.slice(2)]
}

const isSame = (one: Reference, other: Reference): boolean =>
  sameData(one, other) || ('group' in one && one.group === 'mean' && 'input' in other && /平均|均值/u.test(other.input))

const limits: ReadonlySet<Clause['kind']> = new Set([
  'deductionLimit',
  'additionLimit',
  'ceiling',
  'rateCap',
  'counting',
])

/** 本项扣分可以倒扣，每发生一起扣3分: limits, and how entries count, said first are of the rule behind them. */
function limitLast(clauses: readonly Placed[]): readonly Placed[] {
  const first = clauses.findIndex(({ clause }) => !limits.has(clause.kind))
  return first < 0 ? clauses : [...clauses.slice(first), ...clauses.slice(0, first)]
}

/** 同一事由取最高减分值，减分最多10分: behind counts it is of the whole, as its limit is; credits have a place of their own for it. */
function mattersLast(clauses: readonly Placed[]): readonly Placed[] {
  const at = clauses.findIndex(({ clause }) => clause.kind === 'counting' && clause.counting === 'perMatter')
  const [own, before] = [clauses[at], clauses[at - 1]?.clause.kind]
  if (own === undefined || before === 'credits' || before === undefined) return clauses
  return [...clauses.slice(0, at), ...clauses.slice(at + 1), own]
}

/** 扣完为止，不计负分: the same limit in other words. */
const withoutEcho = (clauses: readonly Placed[]): readonly Placed[] =>
  clauses.filter(({ clause }, i) => clause.kind !== 'deductionLimit' || !sameData(clause, clauses[i - 1]?.clause))

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
