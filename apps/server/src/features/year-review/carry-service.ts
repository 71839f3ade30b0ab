import type { carryReview } from '@quanheng/contract/year-review'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { acceptedChanges } from '@quanheng/domain/year-review/model'
import { carriedChanges } from '@quanheng/domain/year-review/proposals'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { proposeTo, visibleDraft } from '../plan/index.ts'
import { namesOf } from '../scoring/index.ts'
import { decideOnReview } from './act-on-review.ts'
import { reviewIsVisible } from './scope.ts'
import { reviewKeeper } from './store.ts'

/**
 * 列入下年方案: changes that were taken up wait in 方案校核 of a later year's plan; of an issued one the next version is opened. The plan is
 * locked before the review, as everywhere, and checks who may.
 */
export const carry: CommandHandler<typeof carryReview> = async (asked) => {
  const { tx, actor, params, body } = asked
  const seen = await reviewKeeper.find(tx, params.reviewId, reviewIsVisible(actor))
  const plan = seen && (await visibleDraft(tx, actor, body.planId))
  if (!seen || !plan) return refuse('platform.notFound')
  const { model } = seen
  if (plan.kind !== 'appraisalPlan' || plan.ownerUnitId !== model.unitId) return refuse('platform.notFound')
  if (model.state === 'taken' && acceptedChanges(model).length === 0) return refuse('yearReview.nothingToCarry')
  const names = await namesOf(tx, { units: model.standing.entries.map(({ by }) => by.unitId) })
  const decided = await decideOnReview(asked, async () =>
    ok({ kind: 'carry', planId: plan.planId, planVersion: plan.version, year: plan.year }),
  )
  if (!decided.ok) return decided
  const proposed = await proposeTo(
    { ...asked, params: { planId: plan.planId }, body: { version: body.planVersion } },
    {
      reason: `据${model.content.title}采纳的改进建议修订`,
      carriedFor: () => carriedChanges(model, (unitId) => names.get(unitId) ?? ''),
    },
  )
  if (!proposed.ok) return proposed
  const { before, after, events } = decided.value
  return ok({
    post: proposed.value.post,
    events: [...proposed.value.events, ...events],
    changes: [reviewKeeper.change(before, after), proposed.value.change],
    reply: { version: after.row.version },
  })
}
