import {
  abs,
  compare,
  div,
  type Exact,
  equal,
  exact,
  hundred,
  min,
  mul,
  neg,
  one,
  sign,
  zero,
} from '../../../kernel/exact.ts'
import { basePoints, ceilingPoints } from '../../../rule/amounts.ts'
import type { Amount, Reference, Step, StepsRule } from '../../../rule/model.ts'
import { percentUnclear } from '../../../rule/percent-figure.ts'
import type { Linear, Piece, Shape, Variable } from '../shape.ts'
import { constant, level, linear, type ShapeGround, unsettled } from './ground.ts'
import { afterAddition, afterDeduction, barred } from './limits.ts'
import { stairs } from './stairs.ts'

/** Drawn over the gap to the reference, in the measure's own unit, or in percent of the reference where a step is a share of it. */
export function stepsShape(rule: StepsRule, ground: ShapeGround): Shape | undefined {
  const sizes = rule.steps.map((step) => sizeOf(rule, step.by, ground))
  const inShares = sizes.some((size) => size === 'share')
  if (sizes.some((size) => size === undefined || (size === 'share') !== inShares)) return undefined
  const variable = gapOf(rule, inShares)
  const { reference, base, none } = rule
  if (variable === undefined || (none && !('value' in reference))) return undefined
  const start = base ? basePoints(base, ground.fullMark) : ground.fullMark
  const side = (which: Step['side']): Piece => {
    const at = rule.steps.findIndex((step) => step.side === which)
    const [step, size] = [rule.steps[at], sizes[at]]
    if (step === undefined)
      return base === undefined && rule.steps.some(({ effect }) => effect === 'add') ? unsettled : level(start)
    return sidePiece(rule, step, size === 'share' || size === undefined ? exact(step.by.value) : size, start, ground)
  }
  const pieces = barred(
    [
      { ...side('below'), to: { at: zero, included: false } },
      { ...level(start), to: { at: zero, included: true } },
      side('above'),
    ],
    none,
    'value' in reference ? exact(reference.value) : zero,
    ground,
  )
  return pieces && { variable, pieces }
}

/** A step's size in the measure's unit; `share` where it is so many percent of a reference that differs from unit to unit. */
export function sizeOf(
  { measure, reference }: Held,
  step: Amount,
  { answer }: ShapeGround,
): Exact | 'share' | undefined {
  const by = exact(step.value)
  if (step.unit !== '%') return by
  const hundredth = !('value' in reference) ? 'share' : div(mul(abs(exact(reference.value)), by), hundred)
  if (hundredth !== 'share' && sign(hundredth) === 0) return undefined
  if (!percentUnclear(measure, reference, step) || (hundredth !== 'share' && equal(hundredth, by))) return hundredth
  const meaning = answer('percentMeaning')
  return meaning === undefined ? undefined : meaning === 'points' ? by : hundredth
}

/** What is measured and what it is held against. */
type Held = Pick<StepsRule, 'measure' | 'reference'>

export function gapOf({ measure, reference }: Held, inShares: boolean): Variable | undefined {
  if (!('value' in reference)) {
    if (measure.kind === 'rate') return undefined
    const other = referenceTerm(reference, measure.name)
    const gap = (factor: Exact): Linear => ({
      constant: zero,
      terms: [
        { input: measure.name, factor },
        { ...other, factor: neg(factor) },
      ],
    })
    return inShares
      ? { top: gap(hundred), bottom: { constant: zero, terms: [{ ...other, factor: one }] } }
      : { top: gap(one), bottom: constant(one) }
  }
  const base = exact(reference.value)
  return measure.kind === 'rate'
    ? { top: linear([hundred, measure.actual], [neg(base), measure.target]), bottom: linear([one, measure.target]) }
    : { top: { constant: neg(base), terms: [{ input: measure.name, factor: one }] }, bottom: constant(one) }
}

const referenceTerm = (reference: Exclude<Reference, { readonly value: string }>, own: string) =>
  'group' in reference ? { input: own, figure: reference.group } : { input: reference.input }

function sidePiece(rule: StepsRule, step: Step, size: Exact, start: Exact, ground: ShapeGround): Piece {
  const partial = rule.partial ?? ground.answer('partial')
  if (sign(size) <= 0 || partial === undefined) return unsettled
  const points = step.effect === 'deduct' ? neg(exact(step.points)) : exact(step.points)
  const line = stairs(start, { size, points }, step.side, partial)
  if (step.effect === 'add') return addedUnder(rule, step, line, start, ground)
  const clamp = afterDeduction(step.limit, start, ground)
  return clamp === 'silent' ? unsettled : { ...line, ...clamp }
}

/** A bonus is held by its own limit and by the item's; where only the item's is said, that is the limit. Neither takes anything off. */
function addedUnder(
  { ceiling }: StepsRule,
  { limit }: Extract<Step, { readonly effect: 'add' }>,
  line: ReturnType<typeof stairs>,
  start: Exact,
  ground: ShapeGround,
): Piece {
  const clamp = ceiling && !limit ? {} : afterAddition(limit, start, ground)
  if (clamp === 'silent') return unsettled
  const room = ceiling && ceilingPoints(ceiling, ground.fullMark)
  if (room === undefined) return { ...line, ...clamp }
  const most = clamp.atMost ? min(clamp.atMost, room) : room
  return compare(most, start) > 0 ? { ...line, atMost: most } : level(start)
}
