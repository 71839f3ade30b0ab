import type { PlanContent } from '@quanheng/domain/plan/model'
import type { AdjustmentWindow } from '@quanheng/domain/plan/settings'
import type { Reader } from '../../platform/database/database.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'

/** The plan in force, and what the year plan above it says of adjustments. */
export interface Around {
  readonly plan: IssuedPlan
  readonly officeUnitId: string
  readonly window: AdjustmentWindow | 'none' | undefined
  readonly hasBonus: boolean
}

const givesBonus = ({ settings: { credits } }: PlanContent): boolean =>
  credits !== undefined && credits.value !== 'none'

/** Null before the first issue. */
export const aroundOf = async (db: Reader, planId: string): Promise<Around | null> => {
  const plan = await issuedPlan(db, planId)
  if (plan === null) return null
  const parent = plan.parentPlanId === null ? null : await issuedPlan(db, plan.parentPlanId)
  const year = parent ?? plan
  const window = year.content.settings.targetAdjustment ?? plan.content.settings.targetAdjustment
  return {
    plan,
    officeUnitId: year.ownerUnitId,
    window: window?.value,
    hasBonus: givesBonus(year.content),
  }
}

export const decidedBy = ({ window }: Pick<Around, 'window'>): AdjustmentWindow['decidedBy'] =>
  window === undefined || window === 'none' ? 'head' : window.decidedBy
