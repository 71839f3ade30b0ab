import type { Refusal } from '@quanheng/contract/errors'
import type { reviseByAdjustment } from '@quanheng/contract/target-adjustment'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { CarriedFinding } from '@quanheng/domain/plan/findings'
import type { AdjustmentRefusal } from '@quanheng/domain/target-adjustment/commands'
import { isAgreed } from '@quanheng/domain/target-adjustment/model'
import { carriedAdjustment } from '@quanheng/domain/target-adjustment/proposals'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { proposeTo, visibleDraft } from '../plan/index.ts'
import { namesOf } from '../scoring/index.ts'
import { decideOnAdjustment } from './act-on-adjustment.ts'
import { adjustmentIsVisible } from './scope.ts'
import { adjustmentKeeper } from './store.ts'

/**
 * 据批复修订方案: what was agreed waits in 方案校核 of the plan's draft; of an issued plan the next version is opened. The plan is locked
 * before the adjustment, as everywhere, and checks who may.
 */
export const revise: CommandHandler<typeof reviseByAdjustment> = async (asked) => {
  const { tx, actor, params, body } = asked
  const seen = await adjustmentKeeper.find(tx, params.adjustmentId, adjustmentIsVisible(actor))
  const plan = seen && (await visibleDraft(tx, actor, seen.row.plan_id))
  if (!seen || !plan) return refuse('platform.notFound')
  const { model } = seen
  if (!isAgreed(model)) return refuse('targetAdjustment.notAgreed')
  const { adjusted } = model.content
  const lead = adjusted.kind === 'owner' ? [adjusted.leadUnitId] : []
  const names = await namesOf(tx, { units: [model.unitId, model.officeUnitId, ...lead] })
  const said = (id: string | undefined) => (id === undefined ? '' : (names.get(id) ?? ''))
  const named = { unit: said(model.unitId), lead: said(lead[0]), office: said(model.officeUnitId) }
  const number = model.standing.reply?.documentNumber ?? ''

  let refused: AdjustmentRefusal | undefined
  const proposed = await proposeTo(
    { ...asked, params: { planId: plan.planId }, body: { version: body.planVersion } },
    {
      reason: `据${number}批复调整${named.unit}“${model.content.was.leafName}”`,
      carriedFor: (content): readonly CarriedFinding[] => {
        const carried = carriedAdjustment(content, model, named)
        if (carried.ok) return carried.value
        refused = carried.error
        return []
      },
    },
  )
  if (!proposed.ok) return proposed
  if (refused !== undefined) return refuse(refused.code, refused as Refusal)
  const { post, events, change, planVersion } = proposed.value
  const decided = await decideOnAdjustment(asked, 'revise', async () => ok({ kind: 'revise', planVersion }))
  if (!decided.ok) return decided
  const { before, after } = decided.value
  return ok({
    post,
    events: [...events, ...decided.value.events],
    changes: [adjustmentKeeper.change(before, after), change],
    reply: { version: after.row.version, planId: plan.planId },
  })
}
