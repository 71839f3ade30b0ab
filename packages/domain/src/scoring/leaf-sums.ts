import { type Exact, exact, zero } from '../kernel/exact.ts'
import { type Rounding, round } from '../kernel/rounding.ts'
import type { LeafScore, MissingItem } from './model.ts'
import type { LeafSum } from './roll-up.ts'

export interface LeafSums {
  /** Leaves that the unit carries. */
  readonly sums: ReadonlyMap<string, LeafSum>
  readonly missing: readonly MissingItem[]
}

/** A unit's outcomes in the plan's order of leaves. `rounding` where the plan rounds items. */
export function leafSums(
  leafMarks: ReadonlyMap<string, Exact>,
  outcomes: ReadonlyMap<string, LeafScore>,
  rounding: Rounding | undefined,
): LeafSums {
  const sums = new Map<string, LeafSum>()
  const missing: MissingItem[] = []
  for (const leafKey of leafMarks.keys()) {
    const outcome = outcomes.get(leafKey)
    if (outcome?.status === 'scored') {
      const points = exact(outcome.points)
      sums.set(leafKey, { points: rounding ? round(points, rounding) : points, fullMark: exact(outcome.fullMark) })
    } else if (outcome) {
      sums.set(leafKey, 'missing')
      missing.push(missingItem(leafKey, outcome))
    }
  }
  return { sums, missing }
}

/** What the leaves would be out of, where some are not known yet. */
export const unscored = (sums: LeafSums['sums'], leafMarks: ReadonlyMap<string, Exact>): LeafSums['sums'] =>
  new Map(
    [...sums].map(([key, sum]) => [
      key,
      sum === 'missing' ? { points: zero, fullMark: leafMarks.get(key) ?? zero } : sum,
    ]),
  )

const missingItem = (leafKey: string, outcome: Exclude<LeafScore, { readonly status: 'scored' }>): MissingItem => ({
  leafKey,
  reason: outcome.status,
  needs: outcome.status === 'missing' ? outcome.needs : [],
  ...(outcome.status === 'error' && { code: outcome.code }),
})
