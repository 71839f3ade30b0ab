import { hundred, mul, sign, sub, whole, zero } from '../../kernel/exact.ts'
import { percentOf } from '../amounts.ts'
import { held } from '../limits.ts'
import { measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Method } from '../method.ts'
import { joined, sayCeiling, sayMeasure } from '../phrases.ts'
import { operand, scored, show } from '../trace.ts'

/** M03: full marks × (2 - rate); at twice the target nothing is left. */
export const controlMethod: Method<'control'> = {
  kind: 'control',
  inputs: ({ measure }) => measureInputs(measure, '%'),
  open: ({ measure, ceiling }) => [
    ...(ceiling ? [] : (['ceiling'] as const)),
    'deductionLimit',
    ...measureQuestions(measure),
  ],

  *compute(rule, given) {
    const rate = yield* measured(rule.measure, given)
    if (rate.kind === 'settled') return rate.computed
    const { fullMark } = given
    const left = sub(mul(whole(2), hundred), rate.value)
    const plain = percentOf(fullMark, left)
    const floored = sign(plain) < 0 && (yield* ask('deductionLimit')) === 'untilZero' ? zero : plain
    const points = yield* held(floored, rule.ceiling, fullMark)
    const clause = controlMethod.say(rule)
    const product = `${show(fullMark)} × (200% - ${operand(rate.value)}%) = ${show(plain)}`
    return scored(given, [{ code: 'loss.above', clause, points: sub(fullMark, points) }], {
      code: 'control',
      clause,
      arithmetic: show(plain) === show(points) ? product : `${product} → ${show(points)}`,
      children: [rate.node],
    })
  },

  say: ({ measure, ceiling }) => joined(`按（2－${sayMeasure(measure)}）得分`, ceiling && sayCeiling(ceiling)),

  read([first, second]) {
    if (first?.clause.kind !== 'control') return undefined
    const { kind, measure } = first.clause
    if (second?.clause.kind !== 'ceiling') return { rule: { kind, measure }, used: 1 }
    return { rule: { kind, measure, ceiling: second.clause.ceiling }, used: 2 }
  },

  lint: () => [],
}
