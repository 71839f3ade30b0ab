import { compare, type Exact, exact, hundred, mul, neg, one, sign, sub, whole, zero } from '../../../kernel/exact.ts'
import { percentOf } from '../../../rule/amounts.ts'
import type { EfficacyRule, Pole, ShareRule, ToBestRule } from '../../../rule/model.ts'
import type { GroupFigure, Linear, Piece, Shape, Term } from '../shape.ts'
import { level, type ShapeGround, unsettled } from './ground.ts'

/** An input's own figure, or one of its group's. */
const figureOf = (input: string, figure?: GroupFigure): Linear => ({
  constant: zero,
  terms: [{ input, factor: one, ...(figure && { figure }) }],
})

/** A best figure of zero or below is the method's to ask about, and so is an own one where less is better. */
export function toBestShape(
  { name, best, of, through }: ToBestRule,
  { fullMark, answer }: ShapeGround,
): Shape | undefined {
  // Who stands behind the last place is no function of the best figure alone.
  if (through !== undefined) return undefined
  const line = { kind: 'points', base: zero, slope: of === undefined ? fullMark : exact(of) } as const
  const negative = answer('actualNegative')
  const below: Piece = negative === undefined ? unsettled : negative === 'none' ? { ...line, atLeast: zero } : line
  const [own, other] = [figureOf(name), figureOf(name, best)]
  return {
    variable: best === 'max' ? { top: own, bottom: other } : { top: other, bottom: own },
    pieces: [{ ...below, to: { at: zero, included: false } }, line],
  }
}

export const shareShape = ({ name }: ShareRule, { fullMark }: ShapeGround): Shape => ({
  variable: { top: figureOf(name), bottom: figureOf(name, 'sum') },
  pieces: [{ kind: 'points', base: zero, slope: fullMark }],
})

/** A figure further off than this is the method's to refuse. */
const farthest = whole(40)

export function efficacyShape({ name, high, low, base, curve }: EfficacyRule, ground: ShapeGround): Shape | undefined {
  const share = exact(base)
  if (curve.kind !== 'linear' || sign(share) < 0 || compare(share, hundred) > 0) return undefined
  const { fullMark, answer } = ground
  const start = percentOf(fullMark, share)
  const line = { kind: 'points', base: start, slope: sub(fullMark, start) } as const
  const bothOfGroup = 'group' in high && 'group' in low
  // No member lies beyond its own group's poles.
  const beyond = bothOfGroup ? 'held' : answer('beyondPoles')
  const [end, least] = beyond === 'extended' ? [farthest, neg(farthest)] : [one, zero]
  const [under, over] = beyond === 'held' ? [level(start), level(fullMark)] : [unsettled, unsettled]
  return {
    variable: between(name, low, high),
    pieces: [{ ...under, to: { at: least, included: false } }, { ...line, to: { at: end, included: true } }, over],
  }
}

/** 0 at the low pole, 1 at the high one; turned about where the low one is surely the larger. */
function between(name: string, low: Pole, high: Pole): Shape['variable'] {
  const turned =
    'group' in low
      ? low.group === 'max' && 'group' in high
      : !('group' in high) && compare(exact(low.value), exact(high.value)) > 0
  const way = turned ? neg(one) : one
  const [from, to] = [poleOf(low, name), poleOf(high, name)]
  const own: Term = { input: name, factor: one }
  return { top: difference({ constant: zero, terms: [own] }, from, way), bottom: difference(to, from, way) }
}

const poleOf = (pole: Pole, name: string): Linear =>
  'group' in pole ? figureOf(name, pole.group) : { constant: exact(pole.value), terms: [] }

const difference = (a: Linear, b: Linear, way: Exact): Linear => ({
  constant: mul(way, sub(a.constant, b.constant)),
  terms: [
    ...a.terms.map((term) => ({ ...term, factor: mul(way, term.factor) })),
    ...b.terms.map((term) => ({ ...term, factor: neg(mul(way, term.factor)) })),
  ],
})
