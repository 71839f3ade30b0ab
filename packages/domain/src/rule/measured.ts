import { add, compare, div, type Exact, exact, floor, hundred, mul, sign, whole, zero } from '../kernel/exact.ts'
import { round } from '../kernel/rounding.ts'
import type { RuleInput } from './facts.ts'
import { ask, type Computation, type Computed, type Given } from './method.ts'
import type { Band, Measure } from './model.ts'
import type { TraceNode } from './outcome.ts'
import { sayMeasure } from './phrases.ts'
import { lineOf, type QuestionCode } from './questions.ts'
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
  if (sign(target) === 0) {
    const choice = yield* ask('targetZero')
    return { kind: 'settled', computed: settled(given, choice, lineOf('targetZero', choice) ?? '', 'loss.notMet') }
  }
  const rate = mul(div(actual, target), hundred)
  const arithmetic = `${operand(actual)} ÷ ${operand(target)} × 100 = ${show(rate)}`
  if (sign(target) > 0) return known(measure, rate, arithmetic, inputs)
  const choice = yield* ask('targetNegative')
  const clause = lineOf('targetNegative', choice) ?? ''
  if (choice === 'excluded') return { kind: 'settled', computed: settled(given, choice, clause, 'loss.notMet') }
  if (choice === 'arithmetic') return known(measure, rate, arithmetic, inputs)
  const reached = compare(actual, target) >= 0
  return known(
    measure,
    reached ? hundred : zero,
    `${operand(actual)} ${reached ? '≥' : '<'} ${operand(target)}`,
    inputs,
  )
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
