import { type Exact, mul, sign, whole } from '../../kernel/exact.ts'
import { type Rounding, round } from '../../kernel/rounding.ts'
import type { Forms } from './forms.ts'
import type { Piece } from './shape.ts'

/** How a piece is computed: it is not, it is one figure, a line through the variable, or whole steps of it. */
export const unsettled = 0
export const level = 1
export const slope = 2
export const floor = 3
const ceil = 4

/**
 * Pieces as whole numbers, side by side. With top P and bottom Q a piece ends where P × endBottom reaches endTop × Q; a line gives
 * (base × Q + factor × P) ÷ (under × Q), steps give (base + factor × steps) ÷ under with steps = P × stepBottom ÷ (Q × stepTop).
 */
export interface PackedPieces {
  readonly count: number
  readonly kind: Uint8Array
  readonly endTop: Float64Array
  readonly endBottom: Float64Array
  readonly endIncluded: Uint8Array
  readonly base: Float64Array
  readonly factor: Float64Array
  readonly under: Float64Array
  readonly stepTop: Float64Array
  readonly stepBottom: Float64Array
  readonly atLeast: Float64Array
  readonly atMost: Float64Array
  /** No points are larger than this, without sign. */
  readonly largest: number
}

const limit = Number.MAX_SAFE_INTEGER

/** Undefined where a step of the computation could reach 2^53. */
export function packPieces(pieces: readonly Piece[], forms: Forms, rounding: Rounding): PackedPieces | undefined {
  const column = () => new Float64Array(pieces.length)
  const packed = {
    count: pieces.length,
    kind: new Uint8Array(pieces.length),
    endTop: column(),
    endBottom: column(),
    endIncluded: new Uint8Array(pieces.length),
    base: column(),
    factor: column(),
    under: column().fill(1),
    stepTop: column().fill(1),
    stepBottom: column().fill(1),
    atLeast: column().fill(Number.NEGATIVE_INFINITY),
    atMost: column().fill(Number.POSITIVE_INFINITY),
  }
  const { largestTop, largestBottom, leastBottom } = forms
  const units = whole(10n ** BigInt(rounding.places))
  const printed = (points: Exact): number => Number(mul(round(points, rounding), units).n)
  const fits = (size: number): boolean => size < limit
  const pack = (piece: Piece, at: number): boolean => {
    const { to } = piece
    packed.endTop[at] = Number(to?.at.n ?? 0n)
    packed.endBottom[at] = Number(to?.at.d ?? 0n)
    packed.endIncluded[at] = to?.included ? 1 : 0
    const ends = to === undefined || fits(Math.abs(Number(to.at.n)) * largestBottom + Number(to.at.d) * largestTop)
    if (piece.kind === 'unsettled' || !ends) return ends
    const { base, stair, atLeast, atMost } = piece
    if (atLeast) packed.atLeast[at] = printed(atLeast)
    if (atMost) packed.atMost[at] = printed(atMost)
    if (stair === undefined && sign(piece.slope) === 0) {
      packed.kind[at] = level
      packed.base[at] = Math.min(Math.max(printed(base), packed.atLeast[at] ?? 0), packed.atMost[at] ?? 0)
      return fits(Math.abs(packed.base[at] ?? 0))
    }
    const [start, each] = [mul(base, units), mul(stair?.points ?? piece.slope, units)]
    const under = start.d * each.d
    const [b, f, u] = [Number(start.n * each.d), Number(each.n * start.d), Number(under)]
    packed.base[at] = b
    packed.factor[at] = f
    packed.under[at] = u
    if (stair === undefined) {
      packed.kind[at] = slope
      return fits(Math.abs(b) * largestBottom + Math.abs(f) * largestTop) && fits(2 * u * largestBottom)
    }
    packed.kind[at] = stair.rounding === 'floor' ? floor : ceil
    const [top, bottom] = [Number(stair.size.n), Number(stair.size.d)]
    packed.stepTop[at] = top
    packed.stepBottom[at] = bottom
    const steps = (largestTop * bottom) / (leastBottom * top) + 1
    return (
      fits(largestTop * bottom) && fits(largestBottom * top) && fits(Math.abs(b) + Math.abs(f) * steps) && fits(2 * u)
    )
  }
  if (!pieces.every(pack)) return undefined
  return { ...packed, largest: pieces.reduce((most, _, at) => Math.max(most, largestOn(packed, at, forms)), 0) }
}

function largestOn(
  { kind, base, factor, under, stepTop, stepBottom }: Omit<PackedPieces, 'largest'>,
  at: number,
  { largestTop, leastBottom }: Forms,
): number {
  const [b, f, u] = [Math.abs(base[at] ?? 0), Math.abs(factor[at] ?? 0), under[at] ?? 1]
  if (kind[at] === level) return b
  const reach = largestTop / leastBottom
  const times = kind[at] === slope ? reach : (reach * (stepBottom[at] ?? 1)) / (stepTop[at] ?? 1) + 1
  return (b + f * times) / u + 1
}
