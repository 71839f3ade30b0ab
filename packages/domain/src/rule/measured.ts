import { add, div, type Exact, exact, floor, mul, whole } from '../kernel/exact.ts'
import { round } from '../kernel/rounding.ts'
import type { RuleInput } from './facts.ts'
import type { Computation, Computed, Given } from './method.ts'
import type { Band, Measure } from './model.ts'
import type { TraceNode } from './outcome.ts'
import { sayMeasure } from './phrases.ts'
import { lineOf, type QuestionCode } from './questions.ts'
import { rateOf } from './rate.ts'
import { node, operand, settled, show } from './trace.ts'

type Measured =
  | { readonly kind: 'value'; readonly value: Exact; readonly node: TraceNode }
  | { readonly kind: 'settled'; readonly computed: Computed }

export const measureInputs = (measure: Measure, unit: string | undefined): readonly RuleInput[] =>
  measure.kind === 'input'
    ? [{ name: measure.name, kind: 'quantity', role: 'actual', ...(unit === undefined ? {} : { unit }) }]
    : [
        { name: measure.actual, kind: 'quantity', role: 'actual' },
        { name: measure.target, kind: 'quantity', role: 'target' },
      ]

/** A target of zero or below gives no meaningful rate; a measure of one input raises neither question. */
export const measureQuestions = (measure: Measure): readonly QuestionCode[] =>
  measure.kind === 'rate' ? ['targetZero', 'targetNegative'] : []

/** The measure's value: a rate in percent, an input in the unit that the sentence uses. */
export function* measured(measure: Measure, given: Given): Computation<Measured> {
  if (measure.kind === 'input') {
    const value = given.number(measure.name)
    return known(measure, value, show(value), [{ name: measure.name, value: show(value) }])
  }
  const actual = given.number(measure.actual)
  const target = given.number(measure.target)
  const inputs = [
    { name: measure.actual, value: show(actual) },
    { name: measure.target, value: show(target) },
  ]
  const rate = yield* rateOf(actual, target)
  if (rate.kind === 'settled') {
    const { question, choice } = rate
    return { kind: 'settled', computed: settled(given, choice, lineOf(question, choice) ?? '', 'loss.notMet') }
  }
  const { value, reached } = rate
  const arithmetic =
    reached === undefined
      ? `${operand(actual)} ÷ ${operand(target)} × 100 = ${show(value)}`
      : `${operand(actual)} ${reached ? '≥' : '<'} ${operand(target)}`
  return known(measure, value, arithmetic, inputs)
}

/** The figure that a threshold is held against: as the plan declares, rounded or exact. */
export function atThreshold<M extends { readonly value: Exact; readonly node: TraceNode }>(
  measure: M,
  given: Given,
): M {
  const { thresholds } = given
  if (thresholds === undefined) return measure
  const value = round(measure.value, thresholds)
  const rounding = { ...thresholds, from: measure.node.value }
  return { ...measure, value, node: { ...measure.node, value: show(value), rounding } }
}

/** Where the figure crosses the edges of a band; rounded figures cross half a place from what they round to. */
export const bandEdges = ({ from, to }: Band, { thresholds }: Pick<Given, 'thresholds'>): readonly Exact[] => {
  const edges = [from, to].flatMap((edge) => (edge ? [exact(edge.value)] : []))
  if (thresholds === undefined) return edges
  const halves = whole(2n * 10n ** BigInt(thresholds.places))
  return edges.flatMap((edge) => {
    const place = add(mul(floor(div(mul(edge, halves), whole(2))), whole(2)), whole(1))
    return [edge, ...[-2, 0, 2].map((n) => div(add(place, whole(n)), halves))]
  })
}

const known = (measure: Measure, value: Exact, arithmetic: string, inputs: TraceNode['inputs']): Measured => ({
  kind: 'value',
  value,
  node: node({
    code: measure.kind === 'rate' ? 'measure.rate' : 'measure.input',
    clause: sayMeasure(measure),
    arithmetic,
    value,
    inputs,
  }),
})
