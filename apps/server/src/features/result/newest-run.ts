import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PlanContent } from '@quanheng/domain/plan/model'
import type { FreezePurpose } from '@quanheng/domain/result/model'
import type { Database, Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { type FrozenRun, frozenRun } from './frozen-run.ts'
import { resultIsVisible, resultsVisibleTo } from './scope.ts'
import { seesTotals } from './sees-totals.ts'
import { writeTrail } from './trail.ts'

const standing = (db: Reader, planId: string, purpose: FreezePurpose) =>
  db
    .selectFrom('result')
    .select('id')
    .where('plan_id', '=', planId)
    .where('purpose', '=', purpose)
    .where('state', '<>', 'voided')
    .orderBy('frozen_at', 'desc')
    .limit(1)

const newest = async (
  db: Reader,
  actor: Actor,
  planId: string,
  purpose: FreezePurpose,
): Promise<FrozenRun | undefined> => {
  const row = await standing(db, planId, purpose)
    .where(resultIsVisible(resultsVisibleTo(actor), 'result'))
    .executeTakeFirst()
  return row && frozenRun(db, row.id)
}

/** The locked version that a lead unit reports from, as far as this person may see it. */
const newestRun = (db: Reader, actor: Actor, planId: string): Promise<FrozenRun | undefined> =>
  newest(db, actor, planId, 'leadReport')

/** The locked totals; undefined where there are none. Every look is written into the access trail, refused ones too. */
export const newestTotals = async (
  db: Database,
  actor: Actor,
  planId: string,
  now: Date,
): Promise<Result<FrozenRun | undefined, Refusal>> => {
  const found = await newest(db, actor, planId, 'totals')
  if (found === undefined) return ok(undefined)
  const allowed = seesTotals(actor, found.result, found.row.owner_unit_id)
  await writeTrail(db, actor, 'yearPaper.file', found.row.id, allowed ? 'shown' : 'result.hidden', now)
  return allowed ? ok(found) : refuse('result.hidden')
}

/** The locked version that the papers of a plan speak of: of a year plan its totals, else what its lead unit reports from. */
export const newestLocked = async (
  db: Database,
  actor: Actor,
  { planId, kind }: { readonly planId: string; readonly kind: PlanContent['kind'] },
  now: Date,
): Promise<Result<FrozenRun | undefined, Refusal>> =>
  kind === 'appraisalPlan' ? newestTotals(db, actor, planId, now) : ok(await newestRun(db, actor, planId))

/**
 * The locked totals for somebody who comes by another door than the results, as the leading group does: `hidden` until they may be
 * seen, and not written down then, for nobody asked for a figure; a look that shows them is.
 */
export const totalsShownTo = async (
  db: Database,
  actor: Actor,
  planId: string,
  now: Date,
): Promise<FrozenRun | 'hidden' | 'none'> => {
  const row = await standing(db, planId, 'totals').executeTakeFirst()
  const found = row && (await frozenRun(db, row.id))
  if (found === undefined) return 'none'
  if (!seesTotals(actor, found.result, found.row.owner_unit_id)) return 'hidden'
  await writeTrail(db, actor, 'cockpit.show', found.row.id, 'shown', now)
  return found
}
