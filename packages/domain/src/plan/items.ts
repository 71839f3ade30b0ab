import type { PlanError } from './errors.ts'
import type { PlanContent, UnitTask } from './model.ts'
import { planIndex } from './plan-index.ts'
import { type Scorer, scorerFor } from './responsibility.ts'
import { isScoredByLead, leaves } from './tree.ts'

/** One item: a leaf × a unit that carries it. */
export interface ItemKey {
  readonly leafKey: string
  readonly unitId: string
}

export const taskFor = (content: PlanContent, leafKey: string, unitId: string): UnitTask | undefined =>
  planIndex(content).tasks.get(leafKey)?.get(unitId)

/** Every item of the plan: leaves in the order of the tree, their units in the order of the table of tasks. */
export const itemKeys = (content: PlanContent): readonly ItemKey[] => {
  const { tasks } = planIndex(content)
  return leaves(content).flatMap(({ key: leafKey }) =>
    [...(tasks.get(leafKey)?.keys() ?? [])].map((unitId) => ({ leafKey, unitId })),
  )
}

/** 考核单位: units that carry at least one task, once each. */
export const appraisedUnits = (content: PlanContent): readonly string[] => [
  ...new Set(itemKeys(content).map((item) => item.unitId)),
]

/** A score sheet as the plan foresees it: one leaf, one scorer, the units that this scorer scores. */
export interface SheetPlan {
  /** The leaf's key; for a substitute's sheet `leaf@unit` or `leaf@unit/section`. Stable over plan versions. */
  readonly key: string
  readonly leafKey: string
  readonly scorer: Scorer
  readonly unitIds: readonly string[]
}

const sheetKey = (leafKey: string, { by, unitId, sectionId }: Scorer): string =>
  by === 'responsibility' ? leafKey : `${leafKey}@${unitId}${sectionId === undefined ? '' : `/${sectionId}`}`

/** An item that nobody may score yet, and why. */
export interface UnassignedItem extends ItemKey {
  readonly error: PlanError
}

interface Assigned extends ItemKey {
  readonly scorer: Scorer
}

const assign = (
  content: PlanContent,
): { readonly assigned: readonly Assigned[]; readonly left: readonly UnassignedItem[] } => {
  const assigned: Assigned[] = []
  const left: UnassignedItem[] = []
  const scoredHere = new Set(leaves(content).flatMap((leaf) => (isScoredByLead(content, leaf) ? [] : [leaf.key])))
  for (const item of itemKeys(content)) {
    if (!scoredHere.has(item.leafKey)) continue
    const scorer = scorerFor(content, item.leafKey, item.unitId)
    if (scorer.ok) assigned.push({ ...item, scorer: scorer.value })
    else left.push({ ...item, error: scorer.error })
  }
  return { assigned, left }
}

/**
 * The sheets of a plan: one regular sheet a leaf, and one for each substitute (回避) beside it. Together with
 * `unassignedItems` they cover every item that is scored under this plan exactly once.
 */
export const sheetsOf = (content: PlanContent): readonly SheetPlan[] =>
  [...Map.groupBy(assign(content).assigned, (item) => sheetKey(item.leafKey, item.scorer))].flatMap(([key, items]) => {
    const [first] = items
    return first
      ? [{ key, leafKey: first.leafKey, scorer: first.scorer, unitIds: items.map((item) => item.unitId) }]
      : []
  })

export const unassignedItems = (content: PlanContent): readonly UnassignedItem[] => assign(content).left
