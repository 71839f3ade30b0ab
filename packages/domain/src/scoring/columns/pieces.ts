import { type Exact, mul, sign, whole } from '../../kernel/exact.ts'
import { type Rounding, round } from '../../kernel/rounding.ts'
import type { Forms } from './forms.ts'
import type { Piece } from './shape.ts'

/**
 * A piece in whole numbers, with top P and bottom Q of the variable and points in units of 10^-places. It ends where
 * P × end.bottom reaches end.top × Q. A line gives (base × Q + factor × P) ÷ (under × Q); steps give (base + factor × n) ÷ under,
 * n being the floor of (P × over) ÷ (Q × size).
 */
export type WholePiece = { readonly end?: WholeEnd } & (
  | { readonly how: 'unsettled' }
  | { readonly how: 'level'; readonly base: number }
  | ({ readonly how: 'line' } & Held)
  | ({ readonly how: 'steps'; readonly over: number; readonly size: number } & Held)
)

interface WholeEnd {
  readonly top: number
  readonly bottom: number
  readonly included: boolean
}

interface Held {
  readonly base: number
  readonly factor: number
  readonly under: number
  readonly low: number
  readonly high: number
}

/** What a computation comes to stays below this: loops may add four such numbers, or one and half a divisor. */
const limit = 2 ** 51

const fits = (...sizes: readonly number[]): boolean => sizes.every((size) => size < limit)

/** Undefined where a step of the computation could reach 2^53. */
export function packPieces(
  pieces: readonly Piece[],
  forms: Forms,
  rounding: Rounding,
): readonly WholePiece[] | undefined {
  const packed = pieces.flatMap((piece) => packPiece(piece, forms, rounding) ?? [])
  return packed.length === pieces.length ? packed : undefined
}

function packPiece(piece: Piece, forms: Forms, rounding: Rounding): WholePiece | undefined {
  const { largestTop, largestBottom } = forms
  const { to } = piece
  const end = to && { top: Number(to.at.n), bottom: Number(to.at.d), included: to.included }
  if (end && !fits(Math.abs(end.top) * largestBottom + end.bottom * largestTop)) return undefined
  const body = bodyOf(piece, forms, rounding)
  return body && { ...body, ...(end && { end }) }
}

function bodyOf(piece: Piece, forms: Forms, rounding: Rounding): WholePiece | undefined {
  if (piece.kind === 'unsettled') return { how: 'unsettled' }
  const { largestTop, largestBottom, leastBottom } = forms
  const { base, stair, atLeast, atMost } = piece
  const units = whole(10n ** BigInt(rounding.places))
  const printed = (points: Exact): number => Number(mul(round(points, rounding), units).n)
  const [low, high] = [atLeast ? printed(atLeast) : undefined, atMost ? printed(atMost) : undefined]
  const within = (most: number) => ({ low: low ?? -most, high: high ?? most })
  const bounded = fits(Math.abs(low ?? 0), Math.abs(high ?? 0))
  if (stair === undefined && sign(piece.slope) === 0) {
    const plain = printed(base)
    const own = Math.min(Math.max(plain, low ?? plain), high ?? plain)
    return bounded && fits(Math.abs(own)) ? { how: 'level', base: own } : undefined
  }
  const [start, each] = [mul(base, units), mul(stair?.points ?? piece.slope, units)]
  const [b, f, under] = [Number(start.n * each.d), Number(each.n * start.d), Number(start.d * each.d)]
  if (stair === undefined) {
    const most = Math.ceil((Math.abs(b) + Math.abs(f) * (largestTop / leastBottom)) / under) + 1
    return bounded &&
      fits(2 * (Math.abs(b) * largestBottom + Math.abs(f) * largestTop) + 3 * under * largestBottom, most)
      ? { how: 'line', base: b, factor: f, under, ...within(most) }
      : undefined
  }
  const [over, size] = [Number(stair.size.d), Number(stair.size.n)]
  const steps = Math.ceil((largestTop * over) / (leastBottom * size)) + 1
  const most = Math.abs(b) + Math.abs(f) * steps
  if (!(bounded && fits(largestTop * over + largestBottom * size, 2 * most + 3 * under))) return undefined
  // The ceiling of a number is the floor of its negative, negated.
  const turned = stair.rounding === 'ceil' ? -1 : 1
  return { how: 'steps', base: b, factor: f * turned, under, over: over * turned, size, ...within(most) }
}

/** No points on these pieces are larger, without sign. */
export const largestOn = (pieces: readonly WholePiece[]): number =>
  pieces.reduce((most, piece) => {
    if (piece.how === 'unsettled') return most
    if (piece.how === 'level') return Math.max(most, Math.abs(piece.base))
    return Math.max(most, Math.abs(piece.low), Math.abs(piece.high))
  }, 0)
