import { exact, isWhole, max, mul, one, sign, sub, zero } from '../../kernel/exact.ts'
import { awarded, basePoints } from '../amounts.ts'
import { deducted } from '../limits.ts'
import type { Method } from '../method.ts'
import type { RankStepsRule } from '../model.ts'
import { joined, sayAward, sayBase } from '../phrases.ts'
import { rankInput } from '../ranks.ts'
import type { Taken } from '../reading/clause.ts'
import { evenLoss, rankingOf, rankName } from '../reading/rank-order.ts'
import type { Placed } from '../reading/scan.ts'
import { operand, scored, show } from '../trace.ts'

/** M13: so much less for each place below the first. */
export const rankStepsMethod: Method<'rankSteps'> = {
  kind: 'rankSteps',
  inputs: ({ name }) => [rankInput(name)],
  open: ({ least }) => (least === undefined ? ['deductionLimit'] : []),

  *compute(rule, given) {
    const rank = given.number(rule.name)
    if (!isWhole(rank) || sign(rank) <= 0) return { kind: 'error', code: 'rule.rankOutside', at: rule.name }
    const first = awarded(rule.first, given.fullMark)
    const each = basePoints(rule.each, given.fullMark)
    const plain = sub(first, mul(each, sub(rank, one)))
    const points =
      rule.least === undefined
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
    joined(`${name}第1名${sayAward(first)}`, `每低1名减${sayBase(each)}`, least && `最低得${least}分`),

  read(clauses) {
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

/** 第1名得100分，第2名得95分，第3名得90分，以此类推. */
function readSeries(clauses: readonly Placed[], skipped: number, name: string): Taken<RankStepsRule> | undefined {
  const end = clauses.findIndex(({ clause }) => clause.kind === 'andSoOn')
  const bands = clauses
    .slice(skipped, end)
    .flatMap(({ clause }) => (clause.kind === 'rank' && (!clause.named || clause.name === name) ? clause.bands : []))
  const each = evenLoss(bands)
  const first = bands[0]?.award
  if (end < 0 || bands.length < end - skipped || each === undefined || first?.kind !== 'points') return undefined
  return { rule: { kind: 'rankSteps', name, first, each: { kind: 'points', points: each } }, used: end + 1 }
}
