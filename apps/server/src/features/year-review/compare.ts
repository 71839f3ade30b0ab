import type { Refusal } from '@quanheng/contract/errors'
import type { comparePlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { comparison, issuedPlan, visibleDraft } from '../plan/index.ts'
import { reviewIsVisible } from './scope.ts'
import { reviewKeeper } from './store.ts'

/** What a later plan, as it is drafted, says otherwise than the plan of the year. */
export const compare = async (
  db: Reader,
  actor: Actor,
  { reviewId, planId }: { readonly reviewId: string; readonly planId: string },
): Promise<Result<ReplyOf<typeof comparePlan>, Refusal>> => {
  const found = await reviewKeeper.find(db, reviewId, reviewIsVisible(actor))
  const before = found && (await issuedPlan(db, found.model.planId))
  const after = await visibleDraft(db, actor, planId)
  if (!before || !after || after.ownerUnitId !== found.model.unitId) return refuse('platform.notFound')
  return ok(await comparison(db, before.content, after.content))
}
