import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/**
 * Whether the verification of a plan is behind it: every sheet that still has rows is waived with a reason or verified, and
 * no row waits to be signed again. What aggregation asks before it begins.
 */
export const verificationClosed = async (db: Reader, planId: string): Promise<boolean> => {
  const open = await db
    .selectFrom('sheet')
    .select('id')
    .where('plan_id', '=', planId)
    .where('state', 'not in', ['verified', 'aggregated'])
    .where(sql<boolean>`jsonb_array_length(fallen_rows) < cardinality(unit_ids)`)
    .executeTakeFirst()
  return open === undefined
}
