import { div, type Exact, exact, max, min, sum, whole } from '../kernel/exact.ts'
import type { RuleInput } from './facts.ts'
import type { Given } from './method.ts'
import type { Measure, Reference } from './model.ts'
import { groupInput, sayMeasure } from './phrases.ts'

/** Figures of an earlier year or a wider area: given, neither the unit's target nor worked out of its group. */
export const isGiven = /基期|上年|上一年|去年|往年|前三年|基数|平均|均值/u

/** What a figure is held against: a number of the sentence, an input, or a figure of the group. */

export function referenceInputs(reference: Reference, measure: Measure): readonly RuleInput[] {
  if ('group' in reference) {
    const { kind, ...rate } = measure
    return [
      { ...groupInput(sayMeasure(measure)), ...(kind === 'rate' && { rate: rate as NonNullable<RuleInput['rate']> }) },
    ]
  }
  if (!('input' in reference)) return []
  const { input } = reference
  return [
    {
      name: input,
      kind: 'quantity',
      ...(isGiven.test(input) ? { role: 'actual', part: 'baseline' } : { role: 'target' }),
    },
  ]
}

export function referenceValue(reference: Reference, measure: Measure, given: Given): Exact {
  if ('group' in reference) return groupFigure(reference.group, given.group(groupInput(sayMeasure(measure)).name))
  return 'input' in reference ? given.number(reference.input) : exact(reference.value)
}

export function groupFigure(figure: 'mean' | 'max' | 'min', values: readonly Exact[]): Exact {
  if (figure === 'mean') return div(sum(values), whole(values.length))
  return values.reduce(figure === 'max' ? max : min)
}
