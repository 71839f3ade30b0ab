import { tallyOf } from '@quanheng/domain/routine-record/tally'
import type { TallyRecords } from '../collection/index.ts'

/** 平时记录 of one datum: of the unit, under the leaves that use the figure. */
export const tallyRecords: TallyRecords = async (db, { planId, unitId, leafKeys }, { tally, cutoff, today }) => {
  const records = await db
    .selectFrom('routine_record')
    .select(['state', 'content', 'standing'])
    .where('plan_id', '=', planId)
    .where('unit_id', '=', unitId)
    .where('leaf_key', 'in', [...leafKeys])
    .execute()
  return tallyOf(tally, records, { cutoff, today })
}
