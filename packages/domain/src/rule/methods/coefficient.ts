import { mul, sub, sum } from '../../kernel/exact.ts'
import type { Computed, Method } from '../method.ts'
import type { MethodOf } from '../method-of.ts'
import { operand, scored, show } from '../trace.ts'

/** M24: the rule's points times a coefficient of the unit. */
export const coefficientMethod = (methodOf: MethodOf): Method<'coefficient'> => ({
  kind: 'coefficient',
  inputs: ({ name, rule }) => [
    ...methodOf(rule).inputs(rule),
    { name, kind: 'quantity', role: 'actual', part: 'coefficient' },
  ],
  open: ({ rule }, fullMark) => methodOf(rule).open(rule, fullMark),

  *compute({ name, rule }, given) {
    const inner: Computed = yield* methodOf(rule).compute(rule, given)
    if (inner.kind !== 'points') return inner
    const before = sub(given.fullMark, sum(inner.losses.map(({ points }) => points)))
    const coefficient = given.number(name)
    const points = mul(before, coefficient)
    const clause = sayTimes(name)
    return scored(given, [...inner.losses, { code: 'loss.coefficient', clause, points: sub(before, points) }], {
      code: 'coefficient',
      clause,
      inputs: [{ name, value: show(coefficient) }],
      arithmetic: `${operand(before)} × ${operand(coefficient)} = ${show(points)}`,
      children: [inner.node],
    })
  },

  say: ({ name, rule }) => `${methodOf(rule).say(rule)}；${sayTimes(name)}`,
  lint: ({ rule }, fullMark) => methodOf(rule).lint(rule, fullMark),
})

const sayTimes = (name: string): string => `所得分值乘以${name}`
