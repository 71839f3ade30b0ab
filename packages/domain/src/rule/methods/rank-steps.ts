import { exact, isWhole, max, mul, one, sign, sub, zero } from '../../kernel/exact.ts'
import { awarded, basePoints } from '../amounts.ts'
import { deducted } from '../limits.ts'
import type { Method } from '../method.ts'
import { joined, sayAward, sayBase } from '../phrases.ts'
import { rankInput } from '../ranks.ts'
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

  read([start, step, ...rest]) {
    if (start?.clause.kind !== 'rank' || step?.clause.kind !== 'rankStep') return undefined
    const { name, bands } = start.clause
    const [only, more] = bands
    if (!only || more || only.end !== 'first' || only.from !== '1' || only.to !== '1') return undefined
    const { award: first } = only
    if (first.kind !== 'full' && first.kind !== 'points' && first.kind !== 'share') return undefined
    const rule = { kind: 'rankSteps' as const, name, first, each: step.clause.each }
    const last = rest[0]?.clause
    if (last?.kind === 'least') return { rule: { ...rule, least: last.points }, used: 3 }
    if (last?.kind === 'deductionLimit' && last.limit.kind === 'untilZero')
      return { rule: { ...rule, least: show(zero) }, used: 3 }
    return { rule, used: 2 }
  },

  lint: () => [],
}
