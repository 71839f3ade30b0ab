import {
  abs,
  add,
  compare,
  div,
  type Exact,
  equal,
  hundred,
  max,
  min,
  mul,
  sign,
  sub,
  whole,
  zero,
} from '../../kernel/exact.ts'
import type { Bends } from '../method.ts'
import type { Stretches } from './stretches.ts'

export interface Axis {
  readonly from: Exact
  readonly to: Exact
}

/** All that can be drawn: the edges as far as they are known, and the unit's own value where it is among them. */
export function reachOf(bends: Bends, own: Exact): Axis {
  const { low, high, room } = spread([own, ...bends.at])
  return within(bends, { from: sub(low, room), to: add(high, room) })
}

/**
 * What of it is worth drawing: from the outermost of the edges and the unit's own value, with room to see what lies beyond. Not
 * below zero where nothing is, and a percentage not above a hundred unless its rule or its value goes there. Edges at points that
 * nobody gets (below none, far above full marks) do not stretch it.
 */
export function axisOf({ edges, points }: Stretches, bends: Bends, own: Exact, unit: string, fullMark: Exact): Axis {
  const highest = mul(fullMark, whole(2))
  const far = points.filter(({ y }) => sign(y) < 0 || compare(y, highest) > 0).map(({ x }) => x)
  const near = edges.filter((edge) => !far.some((x) => equal(x, edge)))
  const { low, high, room } = spread([own, ...near])
  const inPercent = unit === '%' && compare(high, hundred) <= 0 && !near.some((edge) => equal(edge, hundred))
  return within(bends, {
    from: sign(low) < 0 ? sub(low, room) : max(zero, sub(low, room)),
    to: inPercent ? min(add(high, room), hundred) : add(high, room),
  })
}

const within = (bends: Bends, { from, to }: Axis): Axis => ({
  from: bends.from ? max(from, bends.from) : from,
  to: bends.to ? min(to, bends.to) : to,
})

function spread(values: readonly Exact[]) {
  const low = values.reduce(min)
  const high = values.reduce(max)
  const room = [div(sub(high, low), whole(5)), div(max(abs(low), abs(high)), whole(50))].reduce(max)
  return { low, high, room: sign(room) === 0 ? whole(1) : room }
}
