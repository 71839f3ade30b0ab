import { compare, exact, zero } from '../../kernel/exact.ts'
import { holds, onOpenEdge } from '../bands.ts'
import type { RuleInput } from '../facts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import { atThreshold, bandEdges, measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Computation, type Computed, type Given, type Method } from '../method.ts'
import type { AllOrNothingRule, Condition, Relation } from '../model.ts'
import type { TraceNode } from '../outcome.ts'
import { sayBand, sayMeasure, sayReference } from '../phrases.ts'
import type { When } from '../reading/clause.ts'
import { isElse } from '../reading/denial.ts'
import { referenceInputs, referenceValue } from '../reference.ts'
import { node, operand, scored, show } from '../trace.ts'

const relations: Readonly<Record<Relation, { readonly word: string; readonly holds: (order: number) => boolean }>> = {
  atLeast: { word: '达到', holds: (order) => order >= 0 },
  above: { word: '超过', holds: (order) => order > 0 },
  atMost: { word: '不超过', holds: (order) => order <= 0 },
  below: { word: '低于', holds: (order) => order < 0 },
  equal: { word: '等于', holds: (order) => order === 0 },
}

/** M04: full marks where the condition holds, nothing otherwise. */
export const allOrNothingMethod: Method<'allOrNothing'> = {
  kind: 'allOrNothing',
  inputs: ({ when }) => conditionInputs(when),
  open: ({ when }) =>
    when.kind !== 'band'
      ? when.kind === 'compared'
        ? measureQuestions(when.measure)
        : []
      : [
          ...([when.from, when.to].some((edge) => edge && edge.inclusive === undefined) ? (['edges'] as const) : []),
          ...measureQuestions(when.measure),
        ],

  *compute(rule, given) {
    const judged = yield* judge(rule.when, given)
    if (judged.kind === 'settled') return judged.computed
    const clause = allOrNothingMethod.say(rule)
    const points = judged.met ? zero : given.fullMark
    return scored(given, [{ code: 'loss.notMet', clause, points }], {
      code: 'allOrNothing',
      clause,
      children: [judged.node],
    })
  },

  say: ({ when }) => `${sayCondition(when)}的得满分，否则不得分`,

  begins: ['award'],
  read([first, second]) {
    const award = first?.clause
    const when = award?.kind === 'award' && award.award.kind === 'full' ? conditionOf(award.when) : undefined
    if (award?.kind !== 'award' || when === undefined) return undefined
    const other = second?.clause
    if (other?.kind !== 'award' || other.award.kind !== 'none' || !isElse(other.when, award.when)) return undefined
    return { rule: { kind: 'allOrNothing', when } satisfies AllOrNothingRule, used: 2 }
  },

  lint({ when }): readonly Finding[] {
    if (when.kind !== 'band' || !when.from || !when.to) return []
    return compare(exact(when.from.value), exact(when.to.value)) > 0 ? [mustResolve('rule.rangeEmpty', 'when')] : []
  },

  bends({ when }, given) {
    if (when.kind === 'band') return { measure: when.measure, at: bandEdges(when, given) }
    if (when.kind === 'fact' || when.kind === 'compared') return undefined
    return { measure: { kind: 'input', name: when.actual }, at: [given.number(when.target)] }
  },
}

/** 不低于平均值 is a condition; held against a figure of another area it is 达到全市平均值 of two figures given. */
function conditionOf(when: When): Condition | undefined {
  if (when.kind !== 'reference') return isCondition(when) ? when : undefined
  const { measure, relation, reference, basis } = when
  return 'group' in reference && !basis ? { kind: 'compared', measure, relation, group: reference.group } : undefined
}

const isCondition = (when: When): when is Condition =>
  when.kind === 'fact' || when.kind === 'meets' || (when.kind === 'band' && when.measure !== undefined)

const sayCondition = (when: Condition): string => {
  if (when.kind === 'fact') return when.name
  if (when.kind === 'meets') return `${when.actual}${relations[when.relation].word}${when.target}`
  if (when.kind === 'compared')
    return `${sayMeasure(when.measure)}${relations[when.relation].word}${sayReference({ group: when.group })}`
  return `${sayMeasure(when.measure)}${sayBand(when)}`
}

function conditionInputs(when: Condition): readonly RuleInput[] {
  if (when.kind === 'fact') return [{ name: when.name, kind: 'fact', role: 'actual' }]
  if (when.kind === 'band') return measureInputs(when.measure, when.from?.unit ?? when.to?.unit)
  if (when.kind === 'compared')
    return [...measureInputs(when.measure, undefined), ...referenceInputs({ group: when.group }, when.measure)]
  return [
    { name: when.actual, kind: 'quantity', role: 'actual' },
    { name: when.target, kind: 'quantity', role: 'target' },
  ]
}

type Judged =
  | { readonly kind: 'judged'; readonly met: boolean; readonly node: TraceNode }
  | { readonly kind: 'settled'; readonly computed: Computed }

function* judge(when: Condition, given: Given): Computation<Judged> {
  const clause = sayCondition(when)
  const judged = (
    met: boolean,
    arithmetic: string,
    inputs: TraceNode['inputs'],
    children: readonly TraceNode[] = [],
  ) => ({
    kind: 'judged' as const,
    met,
    node: node({ code: 'condition', clause, arithmetic, value: exact(met ? '1' : '0'), inputs, children }),
  })
  if (when.kind === 'fact') {
    const met = given.met(when.name)
    return judged(met, met ? '是' : '否', [{ name: when.name, value: met ? '是' : '否' }])
  }
  if (when.kind === 'meets') {
    const [actual, target] = [given.number(when.actual), given.number(when.target)]
    const order = compare(actual, target)
    return judged(relations[when.relation].holds(order), `${operand(actual)} ${signs[order]} ${operand(target)}`, [
      { name: when.actual, value: show(actual) },
      { name: when.target, value: show(target) },
    ])
  }
  const figure = yield* measured(when.measure, given)
  if (figure.kind === 'settled') return figure
  if (when.kind === 'compared') {
    const reference = referenceValue({ group: when.group }, when.measure, given)
    const order = compare(figure.value, reference)
    const inputs = [{ name: sayReference({ group: when.group }), value: show(reference) }]
    const words = `${operand(figure.value)} ${signs[order]} ${operand(reference)}`
    return judged(relations[when.relation].holds(order), words, inputs, [figure.node])
  }
  const measure = atThreshold(figure, given)
  const included = onOpenEdge(when, measure.value) && (yield* ask('edges')) === 'included'
  const met = holds(when, measure.value, { from: included, to: included })
  return judged(met, `${show(measure.value)}${met ? ' ∈ ' : ' ∉ '}${sayBand(when)}`, [], [measure.node])
}

const signs = { '-1': '<', '0': '=', '1': '>' } as const
