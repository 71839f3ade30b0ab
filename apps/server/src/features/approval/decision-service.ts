import type { confirmDecision as contractConfirm, recordDecision as contractRecord } from '@quanheng/contract/approval'
import type { Decision } from '@quanheng/domain/decision/model'
import { confirmDecision, recordDecision } from '@quanheng/domain/decision/record'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { decideResult } from '@quanheng/domain/result/decide'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import {
  type AskedOfResult,
  carryingPosts,
  commandContext,
  resultChange,
  saveResult,
  sentByActor,
} from '../result/index.ts'
import { applyToApproval, choosePost, type HeldApproval, holdApproval } from './act-on-approval.ts'
import { decisionChange, decisionsOn, insertConfirmation, insertDecision } from './decision-store.ts'

/** Registers what the meeting decided on the paper that lies before it; binding once a second person has confirmed. */
export const record: CommandHandler<typeof contractRecord> = async (asked) => {
  const { tx, actor, posts, params, body } = asked
  const held = await holdApproval(asked, params.approvalId, body.version)
  if (!held.ok) return held
  const { approval, plan, row } = held.value
  const post = carryingPosts(posts, plan)[0]
  if (post === undefined) return refuse('platform.notFound')
  if (approval.state !== 'meeting') {
    return refuse('approval.notNow', { params: { state: approval.state, command: 'recordDecision' } })
  }
  if (!(await sentByActor(tx, actor.personId, body.scanDigest))) {
    return refuse('upload.notFound', { at: 'body.scanDigest' })
  }
  const { kind, id, digest } = approval.subject
  const number = normaliseName(body.number ?? '')
  const recorded = recordDecision(
    {
      subject: { kind, id, digest },
      body: normaliseName(body.body),
      decidedOn: body.decidedOn,
      text: normaliseText(body.text),
      ...(number !== '' && { number }),
      outcome: body.outcome,
      adjustments: [],
      scanDigest: body.scanDigest,
    },
    { ...commandContext(asked, post), computed: new Map() },
  )
  if (!recorded.ok) return recorded
  const { next, events } = recorded.value
  await insertDecision(tx, next, row.owner_unit_id)
  return ok({
    post,
    events,
    changes: [decisionChange(null, next)],
    reply: { version: row.version, decisionId: next.id },
  })
}

/** An approved result carries the decision that approved it. */
const approveResult = async (
  asked: AskedOfResult,
  { result }: HeldApproval,
  decision: Decision,
  post: NonNullable<ReturnType<typeof choosePost>>,
) => {
  if (decision.outcome !== 'approved' || result.result.state !== 'aggregated') return ok<readonly Change[]>([])
  const decided = decideResult(result.result, { kind: 'approve', decision }, commandContext(asked, post))
  if (!decided.ok) return decided
  return ok<readonly Change[]>([resultChange(result, await saveResult(asked.tx, result, decided.value.next))])
}

/** The second person; from here the decision binds, and the paper goes on or back. */
export const confirm: CommandHandler<typeof contractConfirm> = async (asked) => {
  const { tx, posts, params, body } = asked
  const held = await holdApproval(asked, params.approvalId, body.version)
  if (!held.ok) return held
  const post = choosePost(posts, held.value, 'recordDecision')
  const decisions = await decisionsOn(tx, [held.value.approval.subject.id])
  const before = decisions.find(({ id }) => id === params.decisionId)
  if (post === undefined || before === undefined) return refuse('platform.notFound')
  const confirmed = confirmDecision(before, commandContext(asked, post))
  if (!confirmed.ok) return confirmed
  const decision = confirmed.value.next
  await insertConfirmation(tx, decision)
  const moved = await applyToApproval(asked, held.value, { kind: 'recordDecision', decision }, post)
  if (!moved.ok) return moved
  const approved = await approveResult(asked, held.value, decision, post)
  if (!approved.ok) return approved
  return ok({
    post,
    events: [...confirmed.value.events, ...moved.value.events],
    changes: [decisionChange(before, decision), ...approved.value, ...moved.value.changes],
    reply: { version: moved.value.after.row.version },
  })
}
