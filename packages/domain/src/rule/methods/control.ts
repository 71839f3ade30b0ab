import { hundred, mul, sign, sub, whole, zero } from '../../kernel/exact.ts'
import { percentOf } from '../amounts.ts'
import { held } from '../limits.ts'
import { measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Method } from '../method.ts'
import type { Ceiling } from '../model.ts'
import { defaultTarget, joined, sayCeiling, sayMeasure } from '../phrases.ts'
import type { Clause } from '../reading/clause.ts'
import { operand, scored, show } from '../trace.ts'

/** 控制在目标值以内的得满分 before 超出的按超出比例扣分: within the target there is no more than full marks. */
const isHeld = (clause: Clause | undefined): boolean =>
  clause?.kind === 'award' &&
  clause.award.kind === 'full' &&
  clause.when.kind === 'meets' &&
  clause.when.relation === 'atMost' &&
  clause.when.target === defaultTarget

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

  begins: ['award', 'control'],
  read(clauses) {
    const held = isHeld(clauses[0]?.clause) ? 1 : 0
    const [first, second] = clauses.slice(held)
    if (first?.clause.kind !== 'control') return undefined
    const { kind, measure } = first.clause
    const said = second?.clause.kind === 'ceiling' ? second.clause.ceiling : undefined
    const ceiling: Ceiling | undefined = said ?? (held === 1 ? { kind: 'fullMark' } : undefined)
    return { rule: { kind, measure, ...(ceiling && { ceiling }) }, used: held + (said ? 2 : 1) }
  },

  lint: () => [],
}
