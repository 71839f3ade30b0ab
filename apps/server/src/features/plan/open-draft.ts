import type { CarriedFinding } from '@quanheng/domain/plan/findings'
import type { PlanContent } from '@quanheng/domain/plan/model'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, authorUnder, type HeldPost } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { canonicalPlan } from './canonical.ts'
import { insertPlan, updatePlan } from './store.ts'
import type { PlanRow } from './tables.ts'

export interface NewDraft {
  readonly content: PlanContent
  readonly parentPlanId: string | null
  readonly carried: readonly CarriedFinding[]
}

export interface Drafter {
  readonly actor: Actor
  readonly post: HeldPost
}

/** Stores the first version of a plan as a draft of the drafter's unit. */
export const openDraft = async (
  tx: Tx,
  { actor, post }: Drafter,
  { content, parentPlanId, carried }: NewDraft,
  context: Context,
): Promise<{ readonly row: PlanRow; readonly change: Change }> => {
  const row: PlanRow = {
    id: context.newId(),
    kind: content.kind,
    owner_unit_id: post.unitId,
    year: content.year,
    title: content.title,
    state: 'draft',
    number: 1,
    content,
    drafter: authorUnder(actor, post),
    reason: null,
    issued_number: null,
    parent_plan_id: parentPlanId,
    named_unit_ids: [],
    carried: [...carried],
    version: 1,
  }
  await insertPlan(tx, row)
  return { row, change: { noun: 'plan', id: row.id, version: 1, before: null, after: canonicalPlan(row) } }
}

/**
 * Sets what is still open of a notice that a draft rests on, beside what others left open; null where nothing changes, the plan is no longer a draft (what was
 * issued or given up keeps what it had), or its revision does not rest on a notice. Locks the plan.
 */
export const carryInto = async (
  tx: Tx,
  planId: string,
  noticeId: string,
  own: readonly CarriedFinding[],
): Promise<Change | null> => {
  const before = await tx.selectFrom('plan').selectAll().where('id', '=', planId).forUpdate().executeTakeFirst()
  if (before === undefined || (before.state !== 'draft' && before.state !== 'checked')) return null
  if (before.issued_number !== null && before.carried.length === 0) return null
  const others = before.carried.filter(({ finding }) => finding.params.noticeId !== noticeId)
  const carried = [...others, ...own]
  const keys = new Set(carried.map(({ key }) => key))
  if (keys.size === before.carried.length && before.carried.every(({ key }) => keys.has(key))) return null
  const after: PlanRow = { ...before, carried: [...carried], version: before.version + 1 }
  await updatePlan(tx, after)
  return {
    noun: 'plan',
    id: planId,
    version: after.version,
    before: canonicalPlan(before),
    after: canonicalPlan(after),
  }
}
