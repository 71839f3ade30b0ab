import type { Datum } from '@quanheng/domain/datum/model'
import type { Reader } from '../../platform/database/database.ts'
import { complete } from './datum-store.ts'

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
