import type { Refusal } from '@quanheng/contract/errors'
import { movedSince, sayMovedSince } from '@quanheng/domain/result/moved-since'
import type { Reader } from '../../platform/database/database.ts'
import { issuedPlan } from '../plan/index.ts'
import { groundOf } from './ground.ts'
import { storedRun } from './run-store.ts'

/** What keeps a decision, a number or a paper back (与会议所见不同): the present data would not give the locked figures any more. */
export const stopMoved = async (
  db: Reader,
  resultId: string,
): Promise<{ readonly ok: false; readonly error: Refusal } | undefined> => {
  const row = await db
    .selectFrom('result')
    .select(['plan_id', 'run_digest', 'purpose'])
    .where('id', '=', resultId)
    .executeTakeFirst()
  const plan = row && (await issuedPlan(db, row.plan_id))
  const seen = row && (await storedRun(db, row.run_digest))
  if (!plan || !seen) return undefined
  const moved = movedSince(seen, (await groundOf(db, plan)).content)
  if (moved.length === 0) return undefined
  const params = { count: String(moved.length), figures: sayMovedSince(moved, row.purpose) }
  return { ok: false, error: { code: 'result.notAsSeen', params } }
}
