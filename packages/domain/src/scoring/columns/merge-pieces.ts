import { add, ceil, compare, div, type Exact, equal, floor, mul, sign } from '../../kernel/exact.ts'
import type { Clamp, Piece, Shape } from './shape.ts'

type Points = Extract<Piece, { readonly kind: 'points' }>

/** The same function in as few pieces as it takes: most rules are one line or one flight of steps held between two limits. */
export function mergePieces({ variable, pieces }: Shape): Shape {
  const found: Piece[] = []
  for (const piece of pieces) {
    const before = found.at(-1)
    const one = before && merged(before, piece)
    if (one) found.pop()
    found.push(one ?? piece)
  }
  return { variable, pieces: found }
}

function merged(before: Piece, after: Piece): Piece | undefined {
  const { to: edge, ...own } = before
  if (edge === undefined) return undefined
  if (before.kind === 'unsettled' || after.kind === 'unsettled') return before.kind === after.kind ? after : undefined
  const clamp = sameLine(before, after)
    ? oneClamp(before, after, edge.at)
    : isLevel(after)
      ? reaching(before, levelOf(after), edge.at, 'after')
      : isLevel(before)
        ? reaching(after, levelOf(before), edge.at, 'before')
        : undefined
  if (clamp === undefined) return undefined
  const line = isLevel(before) ? after : own
  const { base, slope, stair } = line as Points
  return { kind: 'points', base, slope, ...(stair && { stair }), ...clamp, ...(after.to && { to: after.to }) }
}

const isLevel = ({ slope, stair }: Points): boolean => stair === undefined && sign(slope) === 0

const levelOf = ({ base, atLeast, atMost }: Points): Exact => {
  const low = atLeast && compare(base, atLeast) < 0 ? atLeast : base
  return atMost && compare(low, atMost) > 0 ? atMost : low
}

const sameLine = (a: Points, b: Points): boolean =>
  equal(a.base, b.base) &&
  equal(a.slope, b.slope) &&
  (a.stair === undefined) === (b.stair === undefined) &&
  (a.stair === undefined ||
    b.stair === undefined ||
    (equal(a.stair.size, b.stair.size) &&
      equal(a.stair.points, b.stair.points) &&
      a.stair.rounding === b.stair.rounding))

/** 1 where the points rise with the variable, -1 where they fall. */
const wayOf = ({ slope, stair }: Points): -1 | 0 | 1 => sign(stair ? stair.points : slope)

const heightAt = ({ base, slope, stair }: Points, x: Exact): Exact =>
  stair
    ? add(base, mul(stair.points, (stair.rounding === 'floor' ? floor : ceil)(div(x, stair.size))))
    : add(base, mul(slope, x))

/** Limits of one line in two pieces, where a limit that only one has cannot bite on the other. */
function oneClamp(before: Points, after: Points, edge: Exact): Clamp | undefined {
  const height = heightAt(before, edge)
  const way = wayOf(before)
  const idle = (limit: Exact | undefined, other: Exact | undefined, which: 1 | -1, beyond: 1 | -1): boolean =>
    limit === undefined ||
    (other === undefined ? way * beyond * which >= 0 && compare(height, limit) * which >= 0 : equal(limit, other))
  if (
    !idle(before.atLeast, after.atLeast, 1, 1) ||
    !idle(after.atLeast, before.atLeast, 1, -1) ||
    !idle(before.atMost, after.atMost, -1, 1) ||
    !idle(after.atMost, before.atMost, -1, -1)
  )
    return undefined
  return clampOf(before.atLeast ?? after.atLeast, before.atMost ?? after.atMost)
}

/** A line that comes to a level just where the level begins, and would go on beyond it: the level is a limit of the line. */
function reaching(line: Points, level: Exact, edge: Exact, side: 'before' | 'after'): Clamp | undefined {
  const { atLeast, atMost } = line
  if (!equal(heightAt(line, edge), level)) return undefined
  if ((atLeast && compare(level, atLeast) < 0) || (atMost && compare(level, atMost) > 0)) return undefined
  const rises = wayOf(line) > 0
  return rises === (side === 'after') ? clampOf(atLeast, level) : clampOf(level, atMost)
}

const clampOf = (atLeast: Exact | undefined, atMost: Exact | undefined): Clamp => ({
  ...(atLeast && { atLeast }),
  ...(atMost && { atMost }),
})
