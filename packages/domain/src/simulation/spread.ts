import {
  div,
  type Exact,
  type ExactText,
  equal,
  exact,
  mul,
  printExact,
  sign,
  sum,
  whole,
  zero,
} from '../kernel/exact.ts'
import type { LeafOutcome } from '../scoring/model.ts'

/** How an indicator spreads the units that carry it. Who is left out (不涉及) is not counted; who has no score yet is `waiting`. */
export interface Spread {
  readonly scored: number
  readonly waiting: number
  /** 满分 or above; where all of them have it the indicator is saturated. */
  readonly full: number
  /** 零分 or below. */
  readonly none: number
  /** Mean share of the full marks, exact; absent while nobody is scored. */
  readonly mean?: ExactText
  /** Two or more are scored and all have the same share: it separates nobody. */
  readonly alike: boolean
}

export function spreadOf(outcomes: readonly LeafOutcome[]): Spread {
  const shares = outcomes.flatMap(({ outcome }): readonly Exact[] => {
    if (outcome.status !== 'scored') return []
    const fullMark = exact(outcome.fullMark)
    return sign(fullMark) === 0 ? [] : [div(exact(outcome.points), fullMark)]
  })
  const [first = zero] = shares
  return {
    scored: shares.length,
    waiting: outcomes.filter(({ outcome }) => outcome.status !== 'scored').length,
    full: shares.filter(({ n, d }) => n >= d).length,
    none: shares.filter((share) => sign(share) <= 0).length,
    ...(shares.length > 0 && { mean: printExact(mul(sum(shares), div(whole(1), whole(shares.length)))) }),
    alike: shares.length > 1 && shares.every((share) => equal(share, first)),
  }
}
