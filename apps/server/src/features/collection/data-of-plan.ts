import type { Datum } from '@quanheng/domain/datum/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { complete } from './datum-store.ts'
import { dataVisibleTo } from './scope.ts'

/** Every figure that a plan asked for, of all units. Unscoped: for reads over a locked version, which have their own scope. */
export const dataOfPlan = async (db: Reader, planId: string): Promise<readonly Datum[]> => {
  const rows = await db
    .selectFrom('datum')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('asked', '=', true)
    .orderBy('id')
    .execute()
  return (await complete(db, rows)).map(({ datum }) => datum)
}

/** The figures of one unit in a plan, as far as this person may see them. */
export const dataOfUnit = async (
  db: Reader,
  actor: Actor,
  planId: string,
  unitId: string,
): Promise<readonly Datum[]> => {
  const rows = await db
    .selectFrom('datum')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('unit_id', '=', unitId)
    .where('asked', '=', true)
    .where(dataVisibleTo(actor))
    .orderBy('id')
    .execute()
  return (await complete(db, rows)).map(({ datum }) => datum)
}
