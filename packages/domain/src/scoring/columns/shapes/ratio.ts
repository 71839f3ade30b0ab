import { div, exact, hundred, mul, sign, whole, zero } from '../../../kernel/exact.ts'
import { ceilingPoints, percentOf } from '../../../rule/amounts.ts'
import type { ControlRule, RatioRule } from '../../../rule/model.ts'
import type { Piece, Shape } from '../shape.ts'
import { measureOf, type ShapeGround, unsettled } from './ground.ts'
import { barred } from './limits.ts'

export function ratioShape({ measure, ceiling, of, none }: RatioRule, ground: ShapeGround): Shape | undefined {
  const { fullMark, answer } = ground
  const mark = of === undefined ? fullMark : exact(of)
  if (sign(mark) <= 0) return undefined
  const line = { kind: 'points', base: zero, slope: div(mark, hundred) } as const
  const negative = answer('actualNegative')
  const upTo = ceiling ? ceilingPoints(ceiling, fullMark) : answer('ceiling') === 'fullMark' ? fullMark : undefined
  const capped = upTo === undefined ? line : { ...line, atMost: upTo }
  const silent = ceiling === undefined && answer('ceiling') === undefined
  const below: Piece = negative === undefined ? unsettled : negative === 'none' ? { ...capped, atLeast: zero } : capped
  const full = div(mul(hundred, fullMark), mark)
  const pieces = barred(
    [
      { ...below, to: { at: zero, included: false } },
      ...(silent ? [{ ...line, to: { at: full, included: true } }, unsettled] : [capped]),
    ],
    none,
    zero,
    ground,
  )
  return pieces && { variable: measureOf(measure), pieces }
}

const twice = mul(whole(2), hundred)

export function controlShape({ measure, ceiling }: ControlRule, { fullMark, answer }: ShapeGround): Shape {
  const line = { kind: 'points', base: mul(whole(2), fullMark), slope: percentOf(fullMark, whole(-1)) } as const
  const limit = answer('deductionLimit')
  const chosen = answer('ceiling')
  const upTo = ceiling ? ceilingPoints(ceiling, fullMark) : chosen === 'fullMark' ? fullMark : undefined
  const capped = upTo === undefined ? line : { ...line, atMost: upTo }
  const below: Piece = ceiling === undefined && chosen === undefined ? unsettled : capped
  const beyond: Piece = limit === undefined ? unsettled : limit === 'untilZero' ? { ...capped, atLeast: zero } : capped
  return {
    variable: measureOf(measure),
    pieces: [
      { ...below, to: { at: hundred, included: false } },
      { ...capped, to: { at: twice, included: true } },
      beyond,
    ],
  }
}
