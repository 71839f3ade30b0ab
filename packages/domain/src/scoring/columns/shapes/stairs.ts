import { div, type Exact, neg, zero } from '../../../kernel/exact.ts'
import type { Partial } from '../../../rule/model.ts'
import type { Piece, Stair } from '../shape.ts'

type Points = Extract<Piece, { readonly kind: 'points' }>

/**
 * `base`, and `points` more for each `size` that the variable is above zero (below it, for each that it is below): a started step is
 * dropped, counts its share, or counts whole.
 */
export function stairs(
  base: Exact,
  { size, points }: Pick<Stair, 'size' | 'points'>,
  side: 'below' | 'above',
  partial: Partial,
): Points {
  const each = side === 'above' ? points : neg(points)
  if (partial === 'proRata') return { kind: 'points', base, slope: div(each, size) }
  const inward = side === 'above' ? 'floor' : 'ceil'
  const outward = side === 'above' ? 'ceil' : 'floor'
  return {
    kind: 'points',
    base,
    slope: zero,
    stair: { size, points: each, rounding: partial === 'dropped' ? inward : outward },
  }
}
