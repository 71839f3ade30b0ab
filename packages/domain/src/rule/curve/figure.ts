import { div, type Exact, type ExactText, hundred, mul, printExact, sign } from '../../kernel/exact.ts'
import type { Facts, FactValue, RuleInput } from '../facts.ts'
import { givenOf } from '../given.ts'
import { inputsOf } from '../inputs.ts'
import type { Bends, Given } from '../method.ts'
import { methodOf } from '../methods.ts'
import type { Rule, StoredRule } from '../model.ts'
import { sayMeasure } from '../phrases.ts'

/** The one figure along which a rule's points move: a rate in percent, a figure in the unit of the sentence, or a count. */
interface Figure {
  readonly called: string
  readonly unit: string
  /** Where the unit stands. */
  readonly own: Exact
  /** The input that moves, and what it holds where the figure is `x`. */
  readonly input: string
  readonly fact: (x: Exact) => FactValue
  /** Absent where whole things are counted. */
  readonly bends?: Bends
}

/** Undefined where no one figure moves the points, or its target is zero or below. */
export function figureOf(rule: Rule, inputs: readonly RuleInput[], given: Given): Figure | undefined {
  const [only, ...others] = inputs
  if (only?.kind === 'count' && others.length === 0) {
    const { name, unit = '' } = only
    return {
      called: name,
      unit,
      own: given.number(name),
      input: name,
      fact: (n) => ({ kind: 'count', n: printExact(n) }),
    }
  }
  const bends = methodOf(rule).bends?.(rule, given)
  if (bends === undefined) return undefined
  const { measure } = bends
  const target = measure.kind === 'rate' ? given.number(measure.target) : hundred
  if (sign(target) <= 0) return undefined
  const input = measure.kind === 'rate' ? measure.actual : measure.name
  const unit = measure.kind === 'rate' ? '%' : (inputs.find(({ name }) => name === input)?.unit ?? '')
  return {
    called: sayMeasure(measure),
    unit,
    own: div(mul(given.number(input), hundred), target),
    input,
    fact: (x) => ({ kind: 'quantity', value: printExact(div(mul(x, target), hundred)) }),
    bends,
  }
}

/** Where a unit stands in the drawing of its rule (`Curve.own.x`); undefined where the drawing has no such figure. */
export function measuredPlace({ rule }: Pick<StoredRule, 'rule'>, facts: Facts): ExactText | undefined {
  const inputs = inputsOf(rule)
  const checked = givenOf(inputs, facts)
  const figure = checked.kind === 'given' ? figureOf(rule, inputs, checked.given) : undefined
  return figure && printExact(figure.own)
}
