import type { Refusal } from '@quanheng/contract/errors'
import type { beginPlan } from '@quanheng/contract/plan'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { postsGiving } from '@quanheng/domain/kernel/transition'
import { type Beginning, contentUnder, emptyContent } from '@quanheng/domain/plan/begin'
import { contentFrom } from '@quanheng/domain/plan/copy'
import type { PlanContent, PlanKind } from '@quanheng/domain/plan/model'
import { planWorkflow } from '@quanheng/domain/plan/workflow'
import type { Tx } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { issuedPlan } from './issued-plan.ts'
import { openDraft } from './open-draft.ts'
import { type PlanScope, plansVisibleTo, seesDraftsOf } from './scope.ts'
import { visiblePlan } from './store.ts'

/** The content to copy: the draft where it may be seen, else what was issued. */
const sourceOf = async (tx: Tx, scope: PlanScope, planId: string): Promise<PlanContent | null> => {
  const row = await visiblePlan(tx, scope, planId)
  if (row === undefined) return null
  return seesDraftsOf(scope, row.owner_unit_id) ? row.content : ((await issuedPlan(tx, planId))?.content ?? null)
}

const contentFor = async (
  tx: Tx,
  scope: PlanScope,
  beginning: Beginning,
  { parentPlanId, copyFromPlanId }: { readonly parentPlanId: string | null; readonly copyFromPlanId: string | null },
): Promise<Result<PlanContent, Refusal>> => {
  const parent = parentPlanId === null ? null : await visibleYearPlan(tx, scope, parentPlanId)
  if (parent !== null && !parent.ok) return parent
  if (copyFromPlanId !== null) {
    const source = await sourceOf(tx, scope, copyFromPlanId)
    return source === null ? refuse('platform.notFound') : ok(contentFrom(source, beginning))
  }
  return parent === null ? ok(emptyContent(beginning)) : contentUnder(beginning, parent.value)
}

const visibleYearPlan = async (tx: Tx, scope: PlanScope, planId: string) => {
  const row = await visiblePlan(tx, scope, planId)
  if (row === undefined) return refuse('platform.notFound')
  const plan = await issuedPlan(tx, planId)
  return plan === null || plan.kind !== 'appraisalPlan'
    ? refuse('plan.notIssued', { at: 'body.parentPlanId' })
    : ok(plan)
}

/** The post under which a plan of this kind is begun. */
export const drafterOf = (kind: PlanKind, posts: readonly HeldPost[]): Result<HeldPost, Refusal> => {
  const drafters = postsGiving(planWorkflow(kind), 'edit')
  const post = posts.find((held) => drafters.includes(held.kind))
  return post === undefined ? refuse('plan.notYours', { params: { posts: drafters.join(' ') } }) : ok(post)
}

export const begin: CommandHandler<typeof beginPlan> = async ({ tx, actor, posts, context, body }) => {
  const drafting = drafterOf(body.kind, posts)
  if (!drafting.ok) return drafting
  const post = drafting.value
  const beginning: Beginning = {
    kind: body.kind,
    ownerUnitId: post.unitId,
    year: body.year,
    title: normaliseName(body.title),
  }
  const content = await contentFor(tx, plansVisibleTo(actor), beginning, body)
  if (!content.ok) return content
  const { row, change } = await openDraft(
    tx,
    { actor, post },
    { content: content.value, parentPlanId: body.parentPlanId, carried: [] },
    context,
  )
  return ok({
    post,
    events: [{ type: 'planBegun', planId: row.id, kind: row.kind, year: row.year, copiedFrom: body.copyFromPlanId }],
    changes: [change],
    reply: { id: row.id },
  })
}
