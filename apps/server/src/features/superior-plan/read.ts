import type { SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { superiorPlanIsVisible } from './scope.ts'
import { superiorPlanKeeper } from './store.ts'

/** One plan that this person may see; undefined where there is none. */
export const visibleSuperiorPlan = async (db: Reader, actor: Actor, id: string): Promise<SuperiorPlan | undefined> =>
  (await superiorPlanKeeper.find(db, id, superiorPlanIsVisible(actor)))?.model

/** Plans in sight whose breakdown units work to. */
export const issuedSuperiorPlans = async (db: Reader, actor: Actor): Promise<readonly SuperiorPlan[]> => {
  const rows = await db
    .selectFrom('superior_plan')
    .selectAll()
    .where('state', 'in', ['issued', 'revising'])
    .where(superiorPlanIsVisible(actor))
    .orderBy('id')
    .execute()
  return (await superiorPlanKeeper.complete(db, rows)).map(({ model }) => model)
}
