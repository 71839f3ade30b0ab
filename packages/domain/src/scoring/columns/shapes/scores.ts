import { div, equal, exact, hundred, one, sign, zero } from '../../../kernel/exact.ts'
import { inputsOf } from '../../../rule/inputs.ts'
import { weightedMeanMethod } from '../../../rule/methods/weighted-mean.ts'
import type { JudgedRule, QuotedRule, WeightedMeanRule } from '../../../rule/model.ts'
import type { Shape } from '../shape.ts'
import { constant, linear, type ShapeGround, unsettled } from './ground.ts'

/** Points as they were judged; outside the range the method refuses them, and where each level has one, it looks at both. */
export function judgedShape(rule: JudgedRule, { fullMark }: ShapeGround): Shape | undefined {
  const [input] = inputsOf(rule)
  if (rule.levels) return undefined
  return (
    input && {
      variable: { top: linear([one, input.name]), bottom: constant(one) },
      pieces: [
        { ...unsettled, to: { at: exact(rule.from), included: false } },
        {
          kind: 'points',
          base: zero,
          slope: one,
          to: { at: rule.to === 'fullMark' ? fullMark : exact(rule.to), included: true },
        },
        unsettled,
      ],
    }
  )
}

export function quotedShape({ name, of }: QuotedRule, { fullMark, answer }: ShapeGround): Shape | undefined {
  const choice = of === undefined && !equal(fullMark, hundred) ? answer('quotedScale') : 'hundred'
  const scale = of === undefined ? (choice === 'same' ? fullMark : hundred) : exact(of)
  if (choice === undefined || sign(scale) <= 0) return undefined
  return {
    variable: { top: linear([one, name]), bottom: constant(one) },
    pieces: [{ kind: 'points', base: zero, slope: div(fullMark, scale) }],
  }
}

/** Each out of full marks, by its weight; an input that is named twice counts twice. */
export const weightedMeanShape = (rule: WeightedMeanRule): Shape => ({
  variable: {
    top: linear(
      ...weightedMeanMethod.inputs(rule).map(({ name }, at) => [exact(rule.scores[at]?.percent ?? '0'), name] as const),
    ),
    bottom: constant(hundred),
  },
  pieces: [{ kind: 'points', base: zero, slope: one }],
})
