import { add, compare, div, type Exact, exact, hundred, min, mul, sub, zero } from '../kernel/exact.ts'
import type { Award, Base, Ceiling } from './model.ts'

/** What an award or a ceiling comes to for these full marks; `rate` is what 按比例得分 takes of them. */
export function awarded(award: Award, fullMark: Exact, rate: Exact = hundred): Exact {
  switch (award.kind) {
    case 'full':
      return fullMark
    case 'none':
      return zero
    case 'points':
    case 'share':
      return basePoints(award, fullMark)
    case 'rate':
      return percentOf(award.worth ? basePoints(award.worth, fullMark) : fullMark, rate)
    case 'deduct':
      return sub(fullMark, exact(award.points))
    case 'add':
      return add(fullMark, exact(award.points))
  }
}

export const basePoints = (base: Base, fullMark: Exact): Exact =>
  base.kind === 'points' ? exact(base.points) : percentOf(fullMark, exact(base.percent))

export const percentOf = (whole: Exact, percent: Exact): Exact => div(mul(whole, percent), hundred)

/** The most a ceiling lets through; undefined when there is none. */
export function ceilingPoints(ceiling: Ceiling, fullMark: Exact): Exact | undefined {
  if (ceiling.kind === 'unlimited') return undefined
  return ceiling.kind === 'fullMark' ? fullMark : basePoints(ceiling, fullMark)
}

export const under = (limit: Exact | undefined, points: Exact): Exact =>
  limit === undefined ? points : min(limit, points)

export const exceeds = (a: Exact, b: Exact): boolean => compare(a, b) > 0
