import { div, hundred, zero } from '../../../kernel/exact.ts'
import { ceilingPoints } from '../../../rule/amounts.ts'
import type { RatioRule } from '../../../rule/model.ts'
import type { Piece, Shape } from '../shape.ts'
import { measureOf, type ShapeGround, unsettled } from './ground.ts'

export function ratioShape({ measure, ceiling }: RatioRule, { fullMark, answer }: ShapeGround): Shape {
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
