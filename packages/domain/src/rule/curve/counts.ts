import { compare, type Exact, equal, max, whole, zero } from '../../kernel/exact.ts'
import type { Point, PointsAt } from './stretches.ts'

/** More dots than this say nothing. */
const most = 120

/** The points for every whole number, until they no longer move and past the unit's own; undefined where that is too far. */
export function countsShown(at: PointsAt, own: Exact) {
  if (compare(own, whole(most)) > 0) return undefined
  const all = Array.from({ length: most + 2 }, (_, n) => whole(n)).flatMap((x): readonly Point[] => {
    const y = at(x)
    return y === undefined ? [] : [{ x, y }]
  })
  const moves = all.slice(1).flatMap(({ x, y }, i) => (equal(y, all[i]?.y ?? y) ? [] : [x]))
  const last = moves.at(-1) ?? zero
  const settled = compare(last, whole(most)) <= 0
  const reach = settled ? max(own, last) : max(own, whole(5))
  const to = whole(reach.n + max(whole(1), whole(reach.n / 4n)).n)
  return {
    axis: { from: zero, to },
    edges: [],
    stretches: [],
    points: all.filter(({ x }) => compare(x, to) <= 0),
  }
}
