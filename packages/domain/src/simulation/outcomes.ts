import { itemOutcome } from '../item/row.ts'
import { div, type Exact, exact, mul, printExact, sign } from '../kernel/exact.ts'
import { itemKeys } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { isScoredByLead, markOf, nodeByKey } from '../plan/tree.ts'
import { computedPoints } from '../result/adjustments.ts'
import type { RunContent, RunLeaf } from '../result/run-content.ts'
import type { Facts } from '../rule/facts.ts'
import type { LeafOutcome, LeafScore } from '../scoring/model.ts'

/** What the engine made of every row of a locked version; what a meeting decided beside it is no matter of the plan. */
export const computedOutcomes = (run: Pick<RunContent, 'leaves'>): readonly LeafOutcome[] =>
  run.leaves.flatMap((leaf) =>
    leaf.unitIds.map((unitId, row) => ({ leafKey: leaf.key, unitId, outcome: computedScore(leaf, row) })),
  )

const computedScore = (leaf: RunLeaf, row: number): LeafScore => ({
  status: 'scored',
  points: computedPoints(leaf, row),
  fullMark: leaf.fullMarks[row] ?? '',
})

/**
 * What a draft plan makes of the same year. A leaf with a rule is scored by it over the facts; a line that a lead unit scores keeps the
 * share of its marks that was reported. A unit that the year has nothing of is missing, never zero.
 */
export const draftOutcomes = (
  draft: PlanContent,
  run: Pick<RunContent, 'leaves'>,
  factsOf: (leafKey: string, unitId: string) => Facts | undefined,
): readonly LeafOutcome[] => {
  const leafOf = new Map(run.leaves.map((leaf) => [leaf.key, leaf]))
  return itemKeys(draft).map(({ leafKey, unitId }) => {
    const leaf = nodeByKey(draft, leafKey)
    if (leaf && isScoredByLead(draft, leaf))
      return { leafKey, unitId, outcome: inNewMarks(markOf(leaf), leaf.name, leafOf.get(leafKey), unitId) }
    const facts = factsOf(leafKey, unitId)
    const outcome: LeafScore = facts
      ? itemOutcome(draft, leafKey, facts)
      : { status: 'missing', needs: [leaf?.name ?? leafKey] }
    return { leafKey, unitId, outcome }
  })
}

function inNewMarks(mark: Exact | undefined, name: string, leaf: RunLeaf | undefined, unitId: string): LeafScore {
  const row = leaf?.unitIds.indexOf(unitId) ?? -1
  if (mark === undefined || leaf === undefined || row < 0) return { status: 'missing', needs: [name] }
  const was = exact(leaf.fullMark)
  if (sign(was) === 0) return computedScore(leaf, row)
  const scale = div(mark, was)
  const scaled = (text: string) => printExact(mul(exact(text), scale))
  return { status: 'scored', points: scaled(computedPoints(leaf, row)), fullMark: scaled(leaf.fullMarks[row] ?? '0') }
}
