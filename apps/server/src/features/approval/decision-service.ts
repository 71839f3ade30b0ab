import type { confirmDecision as contractConfirm, recordDecision as contractRecord } from '@quanheng/contract/approval'
import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf } from '@quanheng/contract/route'
import type { Adjustment, Decision } from '@quanheng/domain/decision/model'
import { confirmDecision, type DecisionContext, recordDecision } from '@quanheng/domain/decision/record'
import type { CommandContext } from '@quanheng/domain/kernel/command-context'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { computedPoints } from '@quanheng/domain/result/adjustments'
import { fallResult } from '@quanheng/domain/result/blast-radius'
import { decideResult } from '@quanheng/domain/result/decide'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import type { AgendaOf } from '../../platform/work/deliberated.ts'
import {
  carryingPosts,
  decisionChange,
  decisionsOn,
  fallAfter,
  frozenRun,
  insertConfirmation,
  insertDecision,
  type OnResultFall,
  resultChange,
  saveResult,
  sentByActor,
} from '../result/index.ts'
import { applyToApproval, choosePost, type HeldApproval, holdApproval } from './act-on-approval.ts'

type Given = NonNullable<BodyOf<typeof contractRecord>['adjustments']>

/** Points as people type them. */
const readAdjustments = (given: Given): Result<readonly Adjustment[], Refusal> => {
  const read: Adjustment[] = []
  for (const [at, made] of given.entries()) {
    const to = readQuantity(made.to)
    if (!to.ok) return refuse(to.error.code, { ...to.error, at: `body.adjustments.${at}.to` })
    read.push({ ...made, to: to.value, reason: normaliseText(made.reason) })
  }
  return ok(read)
}

/** What each item of the locked version scored by its rule, and out of how much. */
export const computedIn = ({ leaves }: RunContent): DecisionContext['computed'] =>
  new Map(
    leaves.flatMap((leaf) =>
      leaf.itemIds.map((itemId, row) => [
        itemId,
        { points: computedPoints(leaf, row), fullMark: leaf.fullMarks[row] ?? '' },
      ]),
    ),
  )

/**
 * Registers what the meeting decided on the paper that lies before it; binding once a second person has confirmed. A paper on the
 * agenda of a meeting that the platform keeps is decided there; agreed with changes, it is registered here by that meeting's words.
 */
export const recordWith =
  (agendaOf: AgendaOf): CommandHandler<typeof contractRecord> =>
  async (asked) => {
    const { tx, actor, posts, params, body } = asked
    const held = await holdApproval(asked, params.approvalId, body.version)
    if (!held.ok) return held
    const { approval, plan, row } = held.value
    const post = carryingPosts(posts, plan)[0]
    if (post === undefined) return refuse('platform.notFound')
    if (approval.state !== 'meeting') {
      return refuse('approval.notNow', { params: { state: approval.state, command: 'recordDecision' } })
    }
    const agenda = await agendaOf(tx, approval.id, approval.subject.paperDigest)
    if (agenda && !agenda.decision) return refuse('approval.onAgenda', { params: { meeting: agenda.title } })
    const said = agenda?.decision ?? body
    if (!agenda && !(await sentByActor(tx, actor.personId, body.scanDigest))) {
      return refuse('upload.notFound', { at: 'body.scanDigest' })
    }
    const { kind, id, digest } = approval.subject
    const number = normaliseName(said.number ?? '')
    const adjustments = readAdjustments(body.adjustments ?? [])
    if (!adjustments.ok) return adjustments
    const frozen = await frozenRun(tx, id)
    if (frozen === undefined) return refuse('platform.notFound')
    const recorded = recordDecision(
      {
        subject: { kind, id, digest },
        body: normaliseName(said.body),
        decidedOn: said.decidedOn,
        text: normaliseText(said.text),
        ...(number !== '' && { number }),
        outcome: body.outcome,
        adjustments: adjustments.value,
        scanDigest: said.scanDigest,
      },
      { ...commandContext(asked, post), computed: computedIn(frozen.run) },
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
export const approveResult = async (
  asked: Asking,
  { result }: HeldApproval,
  decision: Decision,
  post: NonNullable<ReturnType<typeof choosePost>>,
) => {
  if (decision.outcome !== 'approved' || result.result.state !== 'aggregated') return ok<readonly Change[]>([])
  const decided = decideResult(result.result, { kind: 'approve', decision }, commandContext(asked, post))
  if (!decided.ok) return decided
  return ok<readonly Change[]>([resultChange(result, await saveResult(asked.tx, result, decided.value.next))])
}

/**
 * 会议核定调整: the paper that lay before the meeting does not show what was decided, so neither it nor its locked version goes on.
 * The next lock carries both figures, and its paper is signed anew.
 */
const fallToDecision = async (
  asked: Asking,
  { result }: HeldApproval,
  { body, decidedOn }: Decision,
  by: CommandContext,
  onFall: readonly OnResultFall[],
) => {
  const fallen = fallResult(result.result, `会议核定调整：${body}（${decidedOn}）`, by)
  const after = await saveResult(asked.tx, result, fallen.next)
  return {
    events: fallen.events,
    changes: [resultChange(result, after), ...(await fallAfter(asked.tx, after, asked.context, by.actor, onFall))],
  }
}

/** The second person; from here the decision binds, and the paper goes on or back, or falls where the meeting decided other points. */
export const confirmWith =
  (onFall: readonly OnResultFall[]): CommandHandler<typeof contractConfirm> =>
  async (asked) => {
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
    if (decision.adjustments.length > 0) {
      const fell = await fallToDecision(asked, held.value, decision, commandContext(asked, post), onFall)
      const { version } = await tx
        .selectFrom('approval')
        .select('version')
        .where('id', '=', params.approvalId)
        .executeTakeFirstOrThrow()
      return ok({
        post,
        events: [...confirmed.value.events, ...fell.events],
        changes: [decisionChange(before, decision), ...fell.changes],
        reply: { version },
      })
    }
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
