import { add, compare, div, type Exact, equal, exact, mul, sub } from '../kernel/exact.ts'
import { awarded } from './amounts.ts'
import { holds } from './bands.ts'
import type { Award, Edge, Tier } from './model.ts'

/** 达到90%得10分，达到60%得6分，介于两者之间的按直线插值法得分. */

interface Knot {
  readonly at: Exact
  readonly points: Exact
  readonly side: 'from' | 'to'
}

/** The points of a figure between two edges; undefined where it lies beyond the outermost one and no band holds it. */
export function pointsBetween(bands: readonly Tier[], value: Exact, fullMark: Exact): Exact | undefined {
  const knots = bands.flatMap(({ from, to, award }): readonly Knot[] => [
    ...knotOf('from', from, award, fullMark),
    ...knotOf('to', to, award, fullMark),
  ])
  const below = nearest(
    knots.filter(({ at }) => compare(at, value) <= 0),
    1,
  )
  const above = nearest(
    knots.filter(({ at }) => compare(at, value) >= 0),
    -1,
  )
  if (below === undefined || above === undefined) return undefined
  if (equal(below.at, above.at)) return below.points
  const part = div(sub(value, below.at), sub(above.at, below.at))
  return add(below.points, mul(part, sub(above.points, below.points)))
}

/** The band of its own that the figure lies in: one with two edges, or the outermost on its side. */
export function flatBand(bands: readonly Tier[], value: Exact): Tier | undefined {
  const [highest, lowest] = [outermost(bands, 'from', 1), outermost(bands, 'to', -1)]
  return bands.find(
    (band) =>
      ((band.from && band.to) || band === highest || band === lowest) && holds(band, value, { from: true, to: true }),
  )
}

const knotOf = (side: Knot['side'], edge: Edge | undefined, award: Award, fullMark: Exact): readonly Knot[] =>
  edge === undefined ? [] : [{ at: exact(edge.value), points: awarded(award, fullMark), side }]

/** The last one in this direction; of two at one figure, where the higher band begins. */
const nearest = (knots: readonly Knot[], direction: 1 | -1): Knot | undefined =>
  knots.reduce<Knot | undefined>((best, knot) => {
    const order = best === undefined ? 1 : compare(knot.at, best.at) * direction
    return order > 0 || (order === 0 && knot.side === 'from' && best?.side === 'to') ? knot : best
  }, undefined)

const outermost = (bands: readonly Tier[], side: 'from' | 'to', direction: 1 | -1): Tier | undefined =>
  bands
    .filter((band) => band[side] && !band[side === 'from' ? 'to' : 'from'])
    .reduce<Tier | undefined>(
      (best, band) =>
        best === undefined || compare(exact(band[side]?.value ?? '0'), exact(best[side]?.value ?? '0')) * direction > 0
          ? band
          : best,
      undefined,
    )
