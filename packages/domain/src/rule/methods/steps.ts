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
import type { RuleInput } from '../facts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import { added, deducted } from '../limits.ts'
import { measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Computation, type Method } from '../method.ts'
import type { Step, StepsRule } from '../model.ts'
import { stepsIn } from '../partial.ts'
import {
  joined,
  sayAdditionLimit,
  sayAmount,
  sayDeductionLimit,
  sayMeasure,
  sayPartial,
  sayReference,
  stepsRelation,
} from '../phrases.ts'
import { lineOf, type QuestionCode } from '../questions.ts'
import { readSteps } from '../reading/read-steps.ts'
import { stepBends } from '../step-bends.ts'
import { node, operand, scored, settled, show } from '../trace.ts'

/** M06: full marks at the reference, then so much for each step below or above it. */
export const stepsMethod: Method<'steps'> = {
  kind: 'steps',
  inputs: ({ measure, reference }) => {
    const unit = 'input' in reference ? undefined : reference.unit
    const named: readonly RuleInput[] =
      'input' in reference ? [{ name: reference.input, kind: 'quantity', role: 'target' }] : []
    return [...measureInputs(measure, unit), ...named]
  },
  open: (rule) => {
    const asked = new Set<QuestionCode>(measureQuestions(rule.measure))
    if (rule.partial === undefined) asked.add('partial')
    for (const step of rule.steps) {
      if (step.limit === undefined) asked.add(step.effect === 'deduct' ? 'deductionLimit' : 'additionLimit')
      if (percentUnclear(rule, step)) asked.add('percentMeaning')
      if (step.by.unit === '%') asked.add('targetZero')
    }
    return [...asked]
  },

  *compute(rule, given) {
    const measure = yield* measured(rule.measure, given)
    if (measure.kind === 'settled') return measure.computed
    const { reference } = rule
    const base = 'input' in reference ? given.number(reference.input) : exact(reference.value)
    const gap = sub(measure.value, base)
    const side = sign(gap) < 0 ? 'below' : 'above'
    const children = [measure.node]
    const clause = startOf(rule)
    const inputs = [{ name: sayReference(reference), value: show(base) }]
    const step = rule.steps.find((s) => s.side === side)
    if (sign(gap) === 0) return scored(given, [], { code: 'steps', clause, inputs, children })
    if (step === undefined) {
      if (rule.steps.some(({ effect }) => effect === 'add'))
        return { kind: 'error', code: 'rule.sideUnsaid', at: 'steps' }
      return scored(given, [], { code: 'steps', clause, inputs, children })
    }
    if (sign(exact(step.by.value)) <= 0) return { kind: 'error', code: 'rule.stepSize', at: 'steps' }
    const size = yield* stepSize(rule, step, base)
    if (sign(size) === 0) {
      const choice = yield* ask('targetZero')
      return settled(given, choice, lineOf('targetZero', choice) ?? '', 'loss.notMet')
    }
    const distance = abs(gap)
    const count = yield* stepsIn(distance, size, rule.partial)
    const raw = mul(exact(step.points), count)
    const change =
      step.effect === 'deduct' ? yield* deducted(raw, step.limit, given.fullMark) : yield* added(raw, step.limit)
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
    return scored(given, [{ code, clause: said, points }], {
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
      rule.partial && first && sayPartial(rule.partial, first.by),
    )
  },

  read: readSteps,

  lint({ steps }): readonly Finding[] {
    const empty = steps.flatMap((step, i) =>
      compare(exact(step.by.value), zero) <= 0 ? [mustResolve('rule.stepSize', `steps[${i}].by`)] : [],
    )
    const [only, other] = steps
    const unsaid = only?.effect === 'add' && other === undefined ? [mustResolve('rule.sideUnsaid', 'steps')] : []
    return [...empty, ...unsaid]
  },

  bends(rule, given) {
    const { measure, reference } = rule
    const base = 'input' in reference ? given.number(reference.input) : exact(reference.value)
    return stepBends(measure, base, rule.steps, given.fullMark)
  },
}

/** 每低1% of a figure in percent can mean a point or a hundredth; of any other figure only a hundredth. */
export const percentUnclear = ({ measure, reference }: StepsRule, { by }: Step): boolean =>
  by.unit === '%' &&
  (measure.kind === 'rate' || ('input' in reference ? measure.name.endsWith('率') : reference.unit === '%'))

function* stepSize(rule: StepsRule, step: Step, base: Exact): Computation<Exact> {
  const by = exact(step.by.value)
  if (step.by.unit !== '%') return by
  const hundredth = div(mul(abs(base), by), hundred)
  if (!percentUnclear(rule, step) || compare(hundredth, by) === 0) return hundredth
  return (yield* ask('percentMeaning')) === 'points' ? by : hundredth
}

const words = { atLeast: '达到', atMost: '不超过', equal: '等于' } as const

const startOf = ({ measure, reference, steps }: StepsRule): string =>
  `${sayMeasure(measure)}${words[stepsRelation(steps)]}${sayReference(reference)}得满分`

const sayStep = (step: Step): string => {
  const { side, by, points } = step
  const size = `每${side === 'below' ? '低' : '高'}${sayAmount(by)}`
  return step.effect === 'deduct'
    ? joined(`${size}扣${points}分`, step.limit && sayDeductionLimit(step.limit))
    : joined(`${size}加${points}分`, step.limit && sayAdditionLimit(step.limit))
}
