import { div, type Exact, exact, isWhole, max, mul, one, sign, sub, zero } from '../../kernel/exact.ts'
import { awarded, basePoints, exceeds } from '../amounts.ts'
import { deducted } from '../limits.ts'
import type { Given, Method } from '../method.ts'
import type { RankStepsRule } from '../model.ts'
import { joined, sayAward, sayBase } from '../phrases.ts'
import { rankedInput, rankInput } from '../ranks.ts'
import type { Taken } from '../reading/clause.ts'
import { evenLoss, rankingOf, rankName } from '../reading/rank-order.ts'
import { readEven } from '../reading/read-even.ts'
import type { Placed } from '../reading/scan.ts'
import { sameData } from '../same-data.ts'
import { operand, scored, show } from '../trace.ts'

/** M13: so much less for each place below the first. */
export const rankStepsMethod: Method<'rankSteps'> = {
  kind: 'rankSteps',
  inputs: ({ name, each }) => [rankInput(name), ...(each.kind === 'even' ? [rankedInput] : [])],
  open: ({ each, least }) => (each.kind === 'even' || least !== undefined ? [] : ['deductionLimit']),

  *compute(rule, given) {
    const rank = given.number(rule.name)
    if (!isWhole(rank) || sign(rank) <= 0) return { kind: 'error', code: 'rule.rankOutside', at: rule.name }
    const first = awarded(rule.first, given.fullMark)
    const each =
      rule.each.kind === 'even' ? evenStep(rule.each.last, first, given) : basePoints(rule.each, given.fullMark)
    if (each === undefined || (rule.each.kind === 'even' && exceeds(rank, given.number(rankedInput.name))))
      return { kind: 'error', code: 'rule.rankOutside', at: rule.name }
    const plain = sub(first, mul(each, sub(rank, one)))
    const points =
      rule.each.kind === 'even'
        ? plain
        : rule.least === undefined
          ? sub(first, yield* deducted(sub(first, plain), undefined, first))
          : max(plain, exact(rule.least))
    const clause = rankStepsMethod.say(rule)
    const product = `${show(first)} - ${show(each)} × (${show(rank)} - 1) = ${operand(plain)}`
    return scored(given, [{ code: 'loss.rank', clause, points: sub(given.fullMark, points) }], {
      code: 'rankSteps',
      clause,
      inputs: [{ name: rule.name, value: show(rank) }],
      arithmetic: show(plain) === show(points) ? product : `${product} → ${show(points)}`,
    })
  },

  say: ({ name, first, each, least }) =>
    each.kind === 'even'
      ? joined(`${name}第1名的${sayAward(first)}`, `倒数第1名的${sayAward(each.last)}`, '其余按名次等差计分')
      : joined(`${name}第1名${sayAward(first)}`, `每低1名减${sayBase(each)}`, least && `最低得${least}分`),

  begins: ['best', 'rank', 'ranking'],
  read(clauses) {
    const even = readEven(clauses)
    if (even) return even
    const { of, skipped } = rankingOf(clauses)
    const [start, step, ...rest] = clauses.slice(skipped)
    if (start?.clause.kind !== 'rank') return undefined
    const name = rankName(start.clause, of)
    if (name === undefined) return undefined
    if (step?.clause.kind !== 'rankStep') return readSeries(clauses, skipped, name)
    const [only, more] = start.clause.bands
    if (!only || more || only.end !== 'first' || only.from !== '1' || only.to !== '1') return undefined
    const { award: first } = only
    if (first.kind !== 'full' && first.kind !== 'points' && first.kind !== 'share') return undefined
    const rule = { kind: 'rankSteps' as const, name, first, each: step.clause.each }
    const last = rest[0]?.clause
    if (last?.kind === 'least') return { rule: { ...rule, least: last.points }, used: skipped + 3 }
    if (last?.kind === 'deductionLimit' && last.limit.kind === 'untilZero')
      return { rule: { ...rule, least: show(zero) }, used: skipped + 3 }
    return { rule, used: skipped + 2 }
  },

  lint: () => [],
}

type Last = Extract<RankStepsRule['each'], { readonly kind: 'even' }>['last']

/** What each place costs so that the last one earns its own; a lone unit is the first. */
function evenStep(last: Last, first: Exact, given: Given): Exact | undefined {
  const ranked = given.number(rankedInput.name)
  if (sign(ranked) <= 0) return undefined
  const gap = sub(first, awarded(last, given.fullMark))
  return exceeds(ranked, one) ? div(gap, sub(ranked, one)) : zero
}

/** 第1名得100分，第2名得95分，第3名得90分，以此类推; or 以后每低1名减5分, which must be what they lose. */
function readSeries(clauses: readonly Placed[], skipped: number, name: string): Taken<RankStepsRule> | undefined {
  const end = clauses.findIndex(({ clause }) => clause.kind === 'andSoOn' || clause.kind === 'rankStep')
  const bands = clauses
    .slice(skipped, Math.max(end, skipped))
    .flatMap(({ clause }) => (clause.kind === 'rank' && (!clause.named || clause.name === name) ? clause.bands : []))
  const [each, said] = [evenLoss(bands), clauses[end]?.clause]
  const first = bands[0]?.award
  if (each === undefined || (said?.kind === 'rankStep' && !sameData(said.each, each))) return undefined
  if (bands.length < end - skipped || (first?.kind !== 'points' && first?.kind !== 'full')) return undefined
  return { rule: { kind: 'rankSteps', name, first, each }, used: end + 1 }
}
