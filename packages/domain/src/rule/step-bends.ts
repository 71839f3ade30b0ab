import {
  abs,
  add,
  ceil,
  compare,
  div,
  type Exact,
  exact,
  hundred,
  min,
  mul,
  sign,
  sub,
  whole,
} from '../kernel/exact.ts'
import type { Bends } from './method.ts'
import type { Measure, Step } from './model.ts'

/** More whole steps than this nobody could tell apart. */
const most = whole(40)

/** Where the steps of a rule begin and end, and how far they are listed. */
export function stepBends(measure: Measure, base: Exact, steps: readonly Step[], fullMark: Exact): Bends {
  const sides = steps.map((step) => {
    const { distances, complete } = distancesOf(step, base, fullMark)
    const away = (distance: Exact) => (step.side === 'below' ? sub(base, distance) : add(base, distance))
    return { side: step.side, at: distances.map(away), end: complete && away(complete) }
  })
  const from = sides.find(({ side }) => side === 'below')?.end
  const to = sides.find(({ side }) => side === 'above')?.end
  return { measure, at: [base, ...sides.flatMap(({ at }) => at)], ...(from && { from }), ...(to && { to }) }
}

/** How far from the reference a whole step is full or the limit bites, for either meaning of 每1%. */
function distancesOf({ by, points, limit }: Step, base: Exact, fullMark: Exact) {
  if (sign(exact(by.value)) <= 0 || sign(exact(points)) <= 0) return { distances: [] }
  const ended = limit !== undefined && limit.kind !== 'unlimited'
  const last = div(limit?.kind === 'points' ? exact(limit.points) : fullMark, exact(points))
  const listed = ended ? min(ceil(last), most) : most
  const counts = [last, ...Array.from({ length: Number(listed.n) }, (_, i) => whole(i + 1))]
  const sizes = [exact(by.value), ...(by.unit === '%' ? [div(mul(abs(base), exact(by.value)), hundred)] : [])]
  const distances = sizes.flatMap((size) => counts.map((n) => mul(n, size)))
  if (ended && compare(last, most) <= 0) return { distances }
  const smallest = sizes.filter((size) => sign(size) > 0).reduce(min)
  return { distances, complete: mul(most, smallest) }
}
