import type { Refusal } from '@quanheng/contract/errors'
import type { beginPlan } from '@quanheng/contract/plan'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { postsGiving } from '@quanheng/domain/kernel/transition'
import { type Beginning, contentUnder, emptyContent } from '@quanheng/domain/plan/begin'
import { contentFrom } from '@quanheng/domain/plan/copy'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { planWorkflow } from '@quanheng/domain/plan/workflow'
import type { Tx } from '../../platform/database/database.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { canonicalPlan } from './canonical.ts'
import { issuedPlan } from './issued-plan.ts'
import { type PlanScope, plansVisibleTo, seesDraftsOf } from './scope.ts'
import { insertPlan, visiblePlan } from './store.ts'
import type { PlanRow } from './tables.ts'

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

export const begin: CommandHandler<typeof beginPlan> = async ({ tx, actor, posts, context, body }) => {
  const drafters = postsGiving(planWorkflow(body.kind), 'edit')
  const post = posts.find((held) => drafters.includes(held.kind))
  if (post === undefined) return refuse('plan.notYours', { params: { posts: drafters.join(' ') } })
  const beginning: Beginning = {
    kind: body.kind,
    ownerUnitId: post.unitId,
    year: body.year,
    title: normaliseName(body.title),
  }
  const content = await contentFor(tx, plansVisibleTo(actor), beginning, body)
  if (!content.ok) return content
  const row: PlanRow = {
    id: context.newId(),
    kind: body.kind,
    owner_unit_id: post.unitId,
    year: body.year,
    title: beginning.title,
    state: 'draft',
    number: 1,
    content: content.value,
    drafter: {
      personId: actor.personId,
      post: post.kind,
      unitId: post.unitId,
      ...(post.sectionId !== null && { sectionId: post.sectionId }),
    },
    reason: null,
    issued_number: null,
    parent_plan_id: body.parentPlanId,
    named_unit_ids: [],
    version: 1,
  }
  await insertPlan(tx, row)
  return ok({
    post,
    events: [{ type: 'planBegun', planId: row.id, kind: row.kind, year: row.year, copiedFrom: body.copyFromPlanId }],
    changes: [{ noun: 'plan', id: row.id, version: 1, before: null, after: canonicalPlan(row) }],
    reply: { id: row.id },
  })
}
