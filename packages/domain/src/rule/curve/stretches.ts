import { add, compare, div, type Exact, equal, max, min, mul, sub, whole } from '../../kernel/exact.ts'

export interface Point {
  readonly x: Exact
  readonly y: Exact
}

/** A straight line between two edges. Its ends are what the points come near to, not what they are on the edges themselves. */
export interface Stretch {
  readonly from: Point
  readonly to: Point
}

/** Points at a value of the measured figure; undefined where the sentence gives none. */
export type PointsAt = (x: Exact) => Exact | undefined

export interface Stretches {
  /** Where the line breaks or bends, rising. */
  readonly edges: readonly Exact[]
  readonly stretches: readonly Stretch[]
  /** What the rule gives on the edges. */
  readonly points: readonly Point[]
}

/**
 * The points between `from` and `to`, taken apart at `bends`: a superset of where they may break or bend, in any order. What
 * is no straight line between two bends, and what cannot be scored, is left out.
 */
export function stretchesOf(at: PointsAt, bends: readonly Exact[], from: Exact, to: Exact): Stretches {
  const inside = bends.filter((x) => compare(from, x) < 0 && compare(x, to) < 0)
  const stops = [from, ...inside, to].sort(compare).filter((x, i, all) => i === 0 || !equal(x, all[i - 1] ?? x))
  const edges: Exact[] = []
  const points: Point[] = []
  const stretches: Stretch[] = []
  let open: Stretch | undefined
  stops.slice(1).forEach((stop, i) => {
    const start = stops[i] ?? stop
    const next = straight(at, start, stop)
    const y = i === 0 ? undefined : at(start)
    if (i > 0 && runsOn(open, next, y)) {
      open = open && next && { from: open.from, to: next.to }
      return
    }
    if (i > 0) edges.push(start)
    if (y !== undefined) points.push({ x: start, y })
    if (open) stretches.push(open)
    open = next
  })
  return { edges, points, stretches: open ? [...stretches, open] : stretches }
}

/** The part of a drawing between two values. */
export function clipped({ edges, points, stretches }: Stretches, from: Exact, to: Exact): Stretches {
  const inside = (x: Exact) => compare(from, x) < 0 && compare(x, to) < 0
  return {
    edges: edges.filter(inside),
    points: points.filter(({ x }) => inside(x)),
    stretches: stretches
      .map((one) => ({ from: onto(one, max(one.from.x, from)), to: onto(one, min(one.to.x, to)) }))
      .filter((one) => compare(one.from.x, one.to.x) < 0),
  }
}

const onto = (stretch: Stretch, x: Exact): Point => ({
  x,
  y: add(stretch.from.y, mul(slope(stretch), sub(x, stretch.from.x))),
})

/** Sevenths of the way, since no rule speaks in sevenths: an edge that nobody named would not hide on one. */
const trials = [1, 2, 5]

/** The line through the points strictly between, drawn out to both ends; undefined where they lie on none. */
function straight(at: PointsAt, from: Exact, to: Exact): Stretch | undefined {
  const seventh = div(sub(to, from), whole(7))
  const ys = trials.map((n) => at(add(from, mul(seventh, whole(n)))))
  const [first, second] = ys
  if (first === undefined || second === undefined) return undefined
  const rise = sub(second, first)
  const onLine = (n: number) => add(first, mul(rise, whole(n - 1)))
  const lies = trials.every((n, i) => {
    const y = ys[i]
    return y !== undefined && equal(y, onLine(n))
  })
  return lies ? { from: { x: from, y: onLine(0) }, to: { x: to, y: onLine(7) } } : undefined
}

/** Whether nothing happens where two stretches meet, in value or in slope; two blanks meet unseen too. */
function runsOn(left: Stretch | undefined, right: Stretch | undefined, y: Exact | undefined): boolean {
  if (!left || !right) return !left && !right && y === undefined
  return y !== undefined && equal(left.to.y, y) && equal(right.from.y, y) && equal(slope(left), slope(right))
}

const slope = ({ from, to }: Stretch): Exact => div(sub(to.y, from.y), sub(to.x, from.x))
