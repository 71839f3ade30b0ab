import { compare, div, type Exact, exact, hundred, min, mul } from '../kernel/exact.ts'
import type { Award, Ceiling } from './model.ts'

/** What an award or a ceiling comes to for these full marks. */
export function awarded(award: Award, fullMark: Exact): Exact {
  switch (award.kind) {
    case 'full':
      return fullMark
    case 'none':
      return exact('0')
    case 'points':
      return exact(award.points)
    case 'share':
      return shareOf(fullMark, award.percent)
  }
}

const shareOf = (fullMark: Exact, percent: string): Exact => div(mul(fullMark, exact(percent)), hundred)

/** The most a ceiling lets through; undefined when there is none. */
export function ceilingPoints(ceiling: Ceiling, fullMark: Exact): Exact | undefined {
  if (ceiling.kind === 'unlimited') return undefined
  return ceiling.kind === 'fullMark' ? fullMark : awarded(ceiling, fullMark)
}

export const under = (limit: Exact | undefined, points: Exact): Exact =>
  limit === undefined ? points : min(limit, points)

export const exceeds = (a: Exact, b: Exact): boolean => compare(a, b) > 0
