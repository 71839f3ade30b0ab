import type { Refusal } from '@quanheng/contract/errors'
import type { Decision } from '@quanheng/domain/decision/model'
import { confirmDecision, recordDecision } from '@quanheng/domain/decision/record'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { Change, Outcome } from '../../platform/door/outcome.ts'
import {
  type AskedOfResult,
  carryingPosts,
  commandContext,
  decisionChange,
  frozenRun,
  insertConfirmation,
  insertDecision,
} from '../result/index.ts'
import { applyToApproval, holdApproval } from './act-on-approval.ts'
import { approveResult, computedIn } from './decision-service.ts'

interface ByMeeting
  extends Pick<Decision, 'body' | 'decidedOn' | 'text' | 'number' | 'outcome' | 'scanDigest' | 'recordedBy'> {
  readonly approvalId: string
  readonly paperDigest: string
}

type Moved = Pick<Outcome<unknown>, 'events' | 'changes'>
const untouched: Moved = { events: [], changes: [] }

/**
 * The decision of a meeting that two people have entered, on the paper that lay before it: it goes on, or back to its author. A paper
 * whose text moved since, or that is not at its meeting step any more, stays as it is: the meeting decided on another text.
 */
export const decideByMeeting = async (
  asked: AskedOfResult,
  { approvalId, paperDigest, recordedBy, ...said }: ByMeeting,
): Promise<Result<Moved, Refusal>> => {
  const held = await holdApproval(asked, approvalId, null)
  if (!held.ok) return ok(untouched)
  const { approval, plan, row } = held.value
  const post = carryingPosts(asked.posts, plan)[0]
  const frozen = await frozenRun(asked.tx, approval.subject.id)
  if (approval.state !== 'meeting' || approval.subject.paperDigest !== paperDigest || !post || !frozen) {
    return ok(untouched)
  }
  const { kind, id, digest } = approval.subject
  const context = commandContext(asked, post)
  const entry = { subject: { kind, id, digest }, adjustments: [], ...said }
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
