import { div, type ExactText, hundred, mul, printExact, sign } from '../kernel/exact.ts'
import type { Facts } from '../rule/facts.ts'
import { givenOf } from '../rule/given.ts'
import { inputsOf } from '../rule/inputs.ts'
import { methodOf } from '../rule/methods.ts'
import type { StoredRule } from '../rule/model.ts'

/** Where a unit stands along the one figure that its rule's drawing measures (`Curve.own.x`); undefined where the drawing has no such figure. */
export function measuredPlace({ rule }: Pick<StoredRule, 'rule'>, facts: Facts): ExactText | undefined {
  const inputs = inputsOf(rule)
  const checked = givenOf(inputs, facts)
  if (checked.kind !== 'given') return undefined
  const { given } = checked
  const [only, ...others] = inputs
  if (only?.kind === 'count' && others.length === 0) return printExact(given.number(only.name))
  const measure = methodOf(rule).bends?.(rule, given)?.measure
  if (measure === undefined) return undefined
  if (measure.kind === 'input') return printExact(given.number(measure.name))
  const target = given.number(measure.target)
  return sign(target) > 0 ? printExact(div(mul(given.number(measure.actual), hundred), target)) : undefined
}
