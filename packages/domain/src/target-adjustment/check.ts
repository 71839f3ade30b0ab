import { compare, parseExact, zero } from '../kernel/exact.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { taskFor } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { scorerOf } from '../plan/responsibility.ts'
import { isLeaf, nodeByKey } from '../plan/tree.ts'
import { agreedChanges } from './changes.ts'
import type { AdjustmentRefusal } from './commands.ts'
import type { Adjusted, AdjustmentContent } from './model.ts'

type Checked = Result<null, AdjustmentRefusal>

/** The item as the plan says it: target, mark or lead unit (an id), whichever would change. */
export const itemWas = (plan: PlanContent, unitId: string, adjusted: Adjusted): AdjustmentContent['was'] => {
  const leafName = adjusted.kind === 'added' ? adjusted.item.name : (nodeByKey(plan, adjusted.leafKey)?.name ?? '')
  const target = taskFor(plan, adjusted.leafKey, unitId)?.target
  switch (adjusted.kind) {
    case 'owner': {
      const lead = leadOf(plan, adjusted)
      return { leafName, value: lead ?? '' }
    }
    case 'added':
      return { leafName, value: '' }
    default:
      return { leafName, value: target?.kind === 'set' ? target.value : '' }
  }
}

/** 牵头（评分）单位 of the item as it stands; of an added one, of the branch it comes under, else the plan's own unit. */
export const leadOf = (plan: PlanContent, adjusted: Adjusted): string | undefined => {
  const place = adjusted.kind === 'added' ? adjusted.item.parentKey : adjusted.leafKey
  const lead = place === undefined ? undefined : scorerOf(plan, place)
  if (lead?.ok) return lead.value.unitId
  return adjusted.kind === 'added' || plan.kind === 'appraisalPlan' ? plan.ownerUnitId : undefined
}

const isMark = (text: string): boolean => {
  const mark = parseExact(text)
  return mark.ok && compare(mark.value, zero) > 0
}

const checkTarget = (plan: PlanContent, unitId: string, adjusted: Extract<Adjusted, { kind: 'target' }>): Checked => {
  const held = taskFor(plan, adjusted.leafKey, unitId)?.target
  if (!held) return refuse('targetAdjustment.noTarget', { at: 'adjusted.target' })
  if (!parseExact(adjusted.target).ok) return refuse('targetAdjustment.targetUnread', { at: 'adjusted.target' })
  return held.kind === 'set' && held.value === adjusted.target
    ? refuse('targetAdjustment.unchanged', { at: 'adjusted.target' })
    : ok(null)
}

const checkAdded = (
  plan: PlanContent,
  { item, marks }: Extract<Adjusted, { kind: 'added' }>,
  hasBonus: boolean,
): Checked => {
  if (item.name === '') return refuse('targetAdjustment.nameMissing', { at: 'adjusted.item.name' })
  if (plan.indicators.some(({ name }) => name === item.name)) {
    return refuse('targetAdjustment.sameName', { at: 'adjusted.item.name', params: { name: item.name } })
  }
  if (!isMark(item.fullMark)) return refuse('targetAdjustment.markUnread', { at: 'adjusted.item.fullMark' })
  if (item.target !== '' && !parseExact(item.target).ok) {
    return refuse('targetAdjustment.targetUnread', { at: 'adjusted.item.target' })
  }
  const { parentKey } = item
  if (parentKey !== undefined && (!nodeByKey(plan, parentKey) || isLeaf(plan, parentKey))) {
    return refuse('targetAdjustment.placeUnknown', { at: 'adjusted.item.parentKey' })
  }
  return marks.by === 'bonus' && !hasBonus ? refuse('targetAdjustment.noBonus', { at: 'adjusted.marks' }) : ok(null)
}

const checkOwner = (plan: PlanContent, unitId: string, adjusted: Extract<Adjusted, { kind: 'owner' }>): Checked => {
  const at = 'adjusted.leadUnitId'
  if (adjusted.leadUnitId === unitId) return refuse('targetAdjustment.ownScorer', { at })
  return leadOf(plan, adjusted) === adjusted.leadUnitId ? refuse('targetAdjustment.unchanged', { at }) : ok(null)
}

/** What may be asked of this plan for this unit, and whether its marks can be made up for. */
export const checkAdjusted = (plan: PlanContent, unitId: string, adjusted: Adjusted, hasBonus: boolean): Checked => {
  const isCarried = taskFor(plan, adjusted.leafKey, unitId) !== undefined
  if (adjusted.kind !== 'added' && !isCarried) {
    return refuse('targetAdjustment.itemUnknown', { at: 'adjusted.leafKey' })
  }
  const own =
    adjusted.kind === 'target'
      ? checkTarget(plan, unitId, adjusted)
      : adjusted.kind === 'added'
        ? checkAdded(plan, adjusted, hasBonus)
        : adjusted.kind === 'owner'
          ? checkOwner(plan, unitId, adjusted)
          : ok(null)
  if (!own.ok) return own
  const changes = agreedChanges(plan, unitId, adjusted, { kind: 'default' })
  return changes.ok ? ok(null) : changes
}
