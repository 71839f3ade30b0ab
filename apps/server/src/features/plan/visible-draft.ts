import type { PlanContent, PlanKind } from '@quanheng/domain/plan/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { plansVisibleTo, seesDraftsOf } from './scope.ts'
import { visiblePlan } from './store.ts'

/** The version of a plan that is worked on, which may be half filled. */
export interface DraftPlan {
  readonly planId: string
  readonly kind: PlanKind
  readonly year: number
  readonly title: string
  readonly ownerUnitId: string
  readonly content: PlanContent
  /** Of the plan as stored, for whoever goes on with it. */
  readonly version: number
}

/** As far as this person may see drafts of its owner; undefined also where it was given up. */
export const visibleDraft = async (db: Reader, actor: Actor, planId: string): Promise<DraftPlan | undefined> => {
  const scope = plansVisibleTo(actor)
  const row = await visiblePlan(db, scope, planId)
  if (!row || row.state === 'discarded' || !seesDraftsOf(scope, row.owner_unit_id)) return undefined
  const { id, kind, year, title, owner_unit_id, content, version } = row
  return { planId: id, kind, year, title, ownerUnitId: owner_unit_id, content, version }
}
