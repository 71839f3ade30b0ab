import { readsGroup } from '../datum/group-facts.ts'
import { itemKeys } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { changedAspects } from '../plan/signature-keeping.ts'
import { nodeByKey } from '../plan/tree.ts'
import { agreedChanges } from './changes.ts'
import type { Adjusted, MovedMark, TouchedItem } from './model.ts'

export type MovedItem = Omit<TouchedItem, 'reported' | 'signers'>

/**
 * Items of the plan in force that an adjustment moves: what their signatures rest on and would change. Of another owner the
 * leaf's items are named though their signatures stand.
 */
export const movedItems = (plan: PlanContent, unitId: string, adjusted: Adjusted): readonly MovedItem[] => {
  const agreed = agreedChanges(plan, unitId, adjusted, { kind: 'default' })
  if (!agreed.ok) return []
  const { after } = agreed.value
  return itemKeys(plan).flatMap((item) => {
    const aspects = changedAspects(plan, after, item.leafKey, item.unitId, readsGroup(plan, item.leafKey))
    const isNamed = adjusted.kind === 'owner' && item.leafKey === adjusted.leafKey
    return aspects.length > 0 || isNamed
      ? [{ ...item, leafName: nodeByKey(plan, item.leafKey)?.name ?? item.leafKey, aspects }]
      : []
  })
}

/** Marks of the plan in force that give way to an adjustment. */
export const movedMarks = (plan: PlanContent, unitId: string, adjusted: Adjusted): readonly MovedMark[] => {
  const agreed = agreedChanges(plan, unitId, adjusted, { kind: 'default' })
  const changes = agreed.ok ? agreed.value.changes : []
  return changes
    .flatMap((change) => (change.kind === 'marks' ? change.marks : []))
    .map(({ nodeKey, fullMark }) => {
      const node = nodeByKey(plan, nodeKey)
      return { nodeKey, name: node?.name ?? nodeKey, before: node?.fullMark ?? '', after: fullMark }
    })
}
