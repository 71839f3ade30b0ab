import type { Author } from '@quanheng/domain/kernel/command-context'
import { plannedMilestones, replanMilestones } from '@quanheng/domain/milestone/planned'
import type { Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { type IssuedPlan, issuedPlan, type OnIssue } from '../plan/index.ts'
import { insertMilestones, milestoneKeeper } from './store.ts'

const issuerOf = async (tx: Tx, plan: IssuedPlan): Promise<Author> => {
  const row = await tx
    .selectFrom('plan_version')
    .select('author')
    .where('plan_id', '=', plan.planId)
    .where('number', '=', plan.number)
    .executeTakeFirstOrThrow()
  return row.author
}

const officeOf = async (tx: Tx, { parentPlanId, ownerUnitId }: IssuedPlan): Promise<string> =>
  (parentPlanId === null ? null : await issuedPlan(tx, parentPlanId))?.ownerUnitId ?? ownerUnitId

/**
 * 指标节点 begin with the issue of a plan, one for each unit; a later version moves their days and words, adds new ones and drops those it
 * no longer has. What was confirmed stays.
 */
export const openMilestones: OnIssue = async (tx, plan, context) => {
  const rows = await tx.selectFrom('milestone').select('id').where('plan_id', '=', plan.planId).execute()
  if (rows.length === 0 && (plan.content.milestones ?? []).length === 0) return []
  const held = await milestoneKeeper.lock(
    tx,
    rows.map(({ id }) => id),
  )
  const { begun, changed } = replanMilestones(
    held.map(({ model }) => model),
    plannedMilestones(plan.content, await officeOf(tx, plan)),
    { now: context.now.toISOString(), newId: context.newId, author: await issuerOf(tx, plan), planId: plan.planId },
  )
  const known = new Map(held.map((one) => [one.row.id, one]))
  const changes: Change[] = (await insertMilestones(tx, begun)).map((after) => milestoneKeeper.change(null, after))
  for (const { before, after } of changed) {
    const kept = known.get(before.id)
    if (kept) changes.push(milestoneKeeper.change(kept, await milestoneKeeper.save(tx, kept, after)))
  }
  return changes
}
