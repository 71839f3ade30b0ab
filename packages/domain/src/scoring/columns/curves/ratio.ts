import { div, hundred, zero } from '../../../kernel/exact.ts'
import { ceilingPoints } from '../../../rule/amounts.ts'
import type { RatioRule } from '../../../rule/model.ts'
import type { Curve, Piece } from '../shape.ts'
import { type CurveGround, measureOf, unsettled } from './ground.ts'

export function ratioCurve({ measure, ceiling }: RatioRule, { fullMark, answer }: CurveGround): Curve {
  const line = { kind: 'points', base: zero, slope: div(fullMark, hundred) } as const
  const negative = answer('actualNegative')
  const upTo = ceiling ? ceilingPoints(ceiling, fullMark) : answer('ceiling') === 'fullMark' ? fullMark : undefined
  const capped = upTo === undefined ? line : { ...line, atMost: upTo }
  const silent = ceiling === undefined && answer('ceiling') === undefined
  const below: Piece = negative === undefined ? unsettled : negative === 'none' ? { ...capped, atLeast: zero } : capped
  return {
    variable: measureOf(measure),
    pieces: [
      { ...below, to: { at: zero, included: false } },
      ...(silent ? [{ ...line, to: { at: hundred, included: true } }, unsettled] : [capped]),
    ],
  }
}
