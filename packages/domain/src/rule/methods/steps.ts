import {
  abs,
  compare,
  div,
  type Exact,
  equal,
  exact,
  hundred,
  max,
  min,
  mul,
  neg,
  sign,
  sub,
  zero,
} from '../../kernel/exact.ts'
import { basePoints, ceilingPoints } from '../amounts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import { added, deducted } from '../limits.ts'
import { measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Computation, type ExactLoss, type Given, type Method } from '../method.ts'
import type { AdditionLimit, Amount, Ceiling, Measure, Reference, Step, StepsRule } from '../model.ts'
import { barredBy, noneQuestions } from '../none-band.ts'
import { stepsIn } from '../partial.ts'
import { percentUnclear } from '../percent-figure.ts'
import {
  defaultBaseline,
  joined,
  sayAdditionLimit,
  sayAmount,
  sayBase,
  sayCeiling,
  sayDeductionLimit,
  sayMeasure,
  sayNone,
  sayPartial,
  sayReference,
  stepsRelation,
} from '../phrases.ts'
import { lineOf, type QuestionCode } from '../questions.ts'
import { readSteps } from '../reading/read-steps.ts'
import { referenceInputs, referenceValue } from '../reference.ts'
import { stepBends } from '../step-bends.ts'
import { node, operand, scored, settled, show } from '../trace.ts'

/** M06: full marks at the reference, then so much for each step below or above it. */
export const stepsMethod: Method<'steps'> = {
  kind: 'steps',
  inputs: ({ measure, reference, steps }) => {
    const unit = 'value' in reference ? reference.unit : undefined
    const byBaseline = steps.some(({ limit }) => limit?.kind === 'byBaseline')
    return [
      ...measureInputs(measure, unit),
      ...referenceInputs(reference, measure),
      ...(byBaseline ? referenceInputs({ input: defaultBaseline }, measure) : []),
    ]
  },
  open: (rule) => {
    const asked = new Set<QuestionCode>(measureQuestions(rule.measure))
    if (rule.partial === undefined) asked.add('partial')
    for (const step of rule.steps) {
      if (step.limit === undefined) asked.add(step.effect === 'deduct' ? 'deductionLimit' : 'additionLimit')
      if (percentUnclear(rule.measure, rule.reference, step.by)) asked.add('percentMeaning')
      if (step.by.unit === '%') asked.add('targetZero')
    }
    return [...asked, ...noneQuestions(rule.none)]
  },

  *compute(rule, given) {
    const measure = yield* measured(rule.measure, given)
    if (measure.kind === 'settled') return measure.computed
    const { reference } = rule
    const barred = yield* barredBy(rule.none, measure, given)
    if (barred) return barred
    const base = referenceValue(reference, rule.measure, given)
    const start = rule.base ? basePoints(rule.base, given.fullMark) : given.fullMark
    const short: ExactLoss = { code: 'loss.credit', clause: startOf(rule), points: sub(given.fullMark, start) }
    const gap = sub(measure.value, base)
    const side = sign(gap) < 0 ? 'below' : 'above'
    const children = [measure.node]
    const clause = startOf(rule)
    const inputs = [{ name: sayReference(reference), value: show(base) }]
    const step = rule.steps.find((s) => s.side === side)
    if (sign(gap) === 0) return scored(given, [short], { code: 'steps', clause, inputs, children })
    if (step === undefined) {
      if (rule.base === undefined && rule.steps.some(({ effect }) => effect === 'add'))
        return { kind: 'error', code: 'rule.sideUnsaid', at: 'steps' }
      return scored(given, [short], { code: 'steps', clause, inputs, children })
    }
    if (sign(exact(step.by.value)) <= 0) return { kind: 'error', code: 'rule.stepSize', at: 'steps' }
    const size = yield* stepSize(rule.measure, reference, step.by, base)
    if (sign(size) === 0) {
      const choice = yield* ask('targetZero')
      return settled(given, choice, lineOf('targetZero', choice) ?? '', 'loss.notMet')
    }
    const distance = abs(gap)
    const count = yield* stepsIn(distance, size, rule.partial)
    const raw = mul(exact(step.points), count)
    const change =
      step.effect === 'deduct'
        ? yield* deducted(raw, step.limit, start)
        : yield* addedUnder(raw, step.limit, { start, ceiling: rule.ceiling }, given)
    const said = sayStep(step)
    const worked = node({
      code: `steps.${side}`,
      clause: said,
      arithmetic: [
        `${show(max(measure.value, base))} - ${operand(min(measure.value, base))} = ${show(distance)}`,
        `${show(distance)} ÷ ${show(size)} → ${show(count)}`,
        `${show(count)} × ${step.points} = ${show(raw)}${equal(raw, change) ? '' : ` → ${show(change)}`}`,
      ].join('；'),
      value: change,
    })
    const points = step.effect === 'deduct' ? change : neg(change)
    const code = side === 'below' ? 'loss.below' : 'loss.above'
    return scored(given, [short, { code, clause: said, points }], {
      code: 'steps',
      clause: stepsMethod.say(rule),
      inputs,
      children: [...children, worked],
    })
  },

  say: (rule) => {
    const [first] = rule.steps
    return joined(
      startOf(rule),
      ...rule.steps.map(sayStep),
      rule.ceiling && sayCeiling(rule.ceiling),
      rule.partial && first && sayPartial(rule.partial, first.by),
      rule.none && sayNone(rule.none),
    )
  },

  begins: ['aim', 'award', 'side', 'step', 'steps'],
  read: readSteps,

  lint({ steps, base }): readonly Finding[] {
    const empty = steps.flatMap((step, i) =>
      compare(exact(step.by.value), zero) <= 0 ? [mustResolve('rule.stepSize', `steps[${i}].by`)] : [],
    )
    const [only, other] = steps
    const unsaid =
      base === undefined && only?.effect === 'add' && other === undefined
        ? [mustResolve('rule.sideUnsaid', 'steps')]
        : []
    return [...empty, ...unsaid]
  },

  bends(rule, given) {
    const { measure, reference } = rule
    if (rule.ceiling || rule.none) return undefined
    const base = referenceValue(reference, measure, given)
    return stepBends(measure, base, rule.steps, given.fullMark)
  },
}

/** How much of the figure one step is: `base` is what it is held against, by value. */
export function* stepSize(measure: Measure, reference: Reference, step: Amount, base: Exact): Computation<Exact> {
  const by = exact(step.value)
  if (step.unit !== '%') return by
  const hundredth = div(mul(abs(base), by), hundred)
  if (!percentUnclear(measure, reference, step) || compare(hundredth, by) === 0) return hundredth
  return (yield* ask('percentMeaning')) === 'points' ? by : hundredth
}

const words = { atLeast: '达到', atMost: '不超过', equal: '等于' } as const

const startOf = ({ measure, reference, steps, base }: StepsRule): string =>
  `${sayMeasure(measure)}${words[stepsRelation(steps)]}${sayReference(reference)}得${base ? sayBase(base) : '满分'}`

/** A bonus under its own limit and under the item's: whichever bites first. Where only the item's is said, that is the limit. */
function* addedUnder(
  raw: Exact,
  limit: AdditionLimit | undefined,
  { start, ceiling }: { readonly start: Exact; readonly ceiling: Ceiling | undefined },
  given: Given,
): Computation<Exact> {
  const room = ceiling && ceilingPoints(ceiling, given.fullMark)
  const gained = ceiling && !limit ? raw : yield* added(raw, limit, given, sub(given.fullMark, start))
  return room ? max(zero, min(gained, sub(room, start))) : gained
}

const sayStep = (step: Step): string => {
  const { side, by, points } = step
  const size = `每${side === 'below' ? '低' : '高'}${sayAmount(by)}`
  return step.effect === 'deduct'
    ? joined(`${size}扣${points}分`, step.limit && sayDeductionLimit(step.limit))
    : joined(`${size}加${points}分`, step.limit && sayAdditionLimit(step.limit))
}
