import type { Decision } from '@quanheng/domain/decision/model'
import { confirmDecision, recordDecision } from '@quanheng/domain/decision/record'
import { ok } from '@quanheng/domain/kernel/result'
import { commandContext } from '../../platform/door/asking.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { Deliberated, Follows } from '../../platform/work/deliberated.ts'
import { carryingPosts, decisionChange, frozenRun, insertConfirmation, insertDecision } from '../result/index.ts'
import { applyToApproval, holdApproval } from './act-on-approval.ts'
import { approveResult, computedIn } from './decision-service.ts'

const untouched: Follows = { events: [], changes: [] }

const nameOf = (planTitle: string): string => `《${planTitle}》考评结果报告`

const decide: NonNullable<Deliberated['decide']> = async (asked, { id: approvalId, digest, recordedBy, ...said }) => {
  const held = await holdApproval(asked, approvalId, null)
  if (!held.ok) return ok(untouched)
  const { approval, plan, row } = held.value
  const post = carryingPosts(asked.posts, plan)[0]
  const frozen = await frozenRun(asked.tx, approval.subject.id)
  if (approval.state !== 'meeting' || approval.subject.paperDigest !== digest || !post || !frozen) return ok(untouched)
  const context = commandContext(asked, post)
  const { kind, id, digest: runDigest } = approval.subject
  const entry = { subject: { kind, id, digest: runDigest }, adjustments: [], ...said }
  const recorded = recordDecision(entry, { ...context, computed: computedIn(frozen.run) })
  if (!recorded.ok) return recorded
  const first: Decision = { ...recorded.value.next, recordedBy }
  const confirmed = confirmDecision(first, context)
  if (!confirmed.ok) return confirmed
  const decision = confirmed.value.next
  await insertDecision(asked.tx, decision, row.owner_unit_id)
  await insertConfirmation(asked.tx, decision)
  const moved = await applyToApproval(asked, held.value, { kind: 'recordDecision', decision }, post)
  if (!moved.ok) return moved
  const approved = await approveResult(asked, held.value, decision, post)
  if (!approved.ok) return approved
  const changes: readonly Change[] = [decisionChange(null, decision), ...approved.value, ...moved.value.changes]
  return ok({ events: [...confirmed.value.events, ...moved.value.events], changes })
}

/**
 * Reports at their meeting step, each by the digest of the text that was signed: agreed to, a report goes on; refused, back to its
 * author. One whose text moved since, or that is not at that step any more, stays as it is: the meeting decided on another text.
 */
export const reportsDeliberated: Deliberated = {
  waiting: async (db, unitId) => {
    const rows = await db
      .selectFrom('approval')
      .innerJoin('plan', 'plan.id', 'approval.plan_id')
      .select(['approval.id', 'approval.subject', 'plan.title'])
      .where('approval.owner_unit_id', '=', unitId)
      .where('approval.state', '=', 'meeting')
      .orderBy('approval.started_at')
      .execute()
    return rows.map(({ id, subject, title }) => ({ id, digest: subject.paperDigest, title: nameOf(title) }))
  },
  titles: async (db, ids) => {
    const rows = await db
      .selectFrom('approval')
      .innerJoin('plan', 'plan.id', 'approval.plan_id')
      .select(['approval.id', 'plan.title'])
      .where('approval.id', 'in', [...ids])
      .execute()
    return rows.map(({ id, title }) => [id, nameOf(title)])
  },
  decide,
}
