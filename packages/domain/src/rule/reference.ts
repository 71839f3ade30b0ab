import { div, type Exact, exact, max, min, sum, whole } from '../kernel/exact.ts'
import type { RuleInput } from './facts.ts'
import type { Given } from './method.ts'
import type { Measure, Reference } from './model.ts'
import { defaultBaseline, groupInput, sayMeasure } from './phrases.ts'

/** What a figure is held against: a number of the sentence, an input, or a figure of the group. */

export function referenceInputs(reference: Reference, measure: Measure): readonly RuleInput[] {
  if ('group' in reference) return [groupInput(sayMeasure(measure))]
  if (!('input' in reference)) return []
  const { input } = reference
  return [
    {
      name: input,
      kind: 'quantity',
      ...(input === defaultBaseline ? { role: 'actual', part: 'baseline' } : { role: 'target' }),
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
