import { abs, div, type Exact, equal, exact, hundred, mul, neg, one, sign, zero } from '../../../kernel/exact.ts'
import { percentUnclear } from '../../../rule/methods/steps.ts'
import type { Step, StepsRule } from '../../../rule/model.ts'
import type { Piece, Shape, Variable } from '../shape.ts'
import { constant, level, linear, type ShapeGround, unsettled } from './ground.ts'
import { afterAddition, afterDeduction } from './limits.ts'
import { stairs } from './stairs.ts'

/** Drawn over the gap to the reference, in the measure's own unit, or in percent of the reference where a step is a share of it. */
export function stepsShape(rule: StepsRule, ground: ShapeGround): Shape | undefined {
  const sizes = rule.steps.map((step) => sizeOf(rule, step, ground))
  const inShares = sizes.some((size) => size === 'share')
  if (sizes.some((size) => size === undefined || (size === 'share') !== inShares)) return undefined
  const variable = gapOf(rule, inShares)
  if (variable === undefined) return undefined
  const side = (which: Step['side']): Piece => {
    const at = rule.steps.findIndex((step) => step.side === which)
    const [step, size] = [rule.steps[at], sizes[at]]
    if (step === undefined)
      return rule.steps.some(({ effect }) => effect === 'add') ? unsettled : level(ground.fullMark)
    return sidePiece(rule, step, size === 'share' || size === undefined ? exact(step.by.value) : size, ground)
  }
  return {
    variable,
    pieces: [
      { ...side('below'), to: { at: zero, included: false } },
      { ...level(ground.fullMark), to: { at: zero, included: true } },
      side('above'),
    ],
  }
}

/** A step's size in the measure's unit; `share` where it is so many percent of a reference that differs from unit to unit. */
function sizeOf(rule: StepsRule, step: Step, { answer }: ShapeGround): Exact | 'share' | undefined {
  const by = exact(step.by.value)
  if (step.by.unit !== '%') return by
  const { reference } = rule
  const hundredth = !('value' in reference) ? 'share' : div(mul(abs(exact(reference.value)), by), hundred)
  if (hundredth !== 'share' && sign(hundredth) === 0) return undefined
  if (!percentUnclear(rule, step) || (hundredth !== 'share' && equal(hundredth, by))) return hundredth
  const meaning = answer('percentMeaning')
  return meaning === undefined ? undefined : meaning === 'points' ? by : hundredth
}

function gapOf({ measure, reference }: StepsRule, inShares: boolean): Variable | undefined {
  if ('input' in reference) {
    if (measure.kind === 'rate') return undefined
    return inShares
      ? {
          top: linear([hundred, measure.name], [neg(hundred), reference.input]),
          bottom: linear([one, reference.input]),
        }
      : { top: linear([one, measure.name], [neg(one), reference.input]), bottom: constant(one) }
  }
  if ('group' in reference) return undefined
  const base = exact(reference.value)
  return measure.kind === 'rate'
    ? { top: linear([hundred, measure.actual], [neg(base), measure.target]), bottom: linear([one, measure.target]) }
    : { top: { constant: neg(base), terms: [{ input: measure.name, factor: one }] }, bottom: constant(one) }
}

function sidePiece({ partial: said }: StepsRule, step: Step, size: Exact, ground: ShapeGround): Piece {
  const partial = said ?? ground.answer('partial')
  const clamp = step.effect === 'deduct' ? afterDeduction(step.limit, ground) : afterAddition(step.limit, ground)
  if (sign(size) <= 0 || partial === undefined || clamp === 'silent') return unsettled
  const points = step.effect === 'deduct' ? neg(exact(step.points)) : exact(step.points)
  return { ...stairs(ground.fullMark, { size, points }, step.side, partial), ...clamp }
}
