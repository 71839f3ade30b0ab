import type { Refusal } from '@quanheng/contract/errors'
import type {
  checkSubmission,
  recordReceipt as contractReceipt,
  sendSubmission,
  tickRows,
} from '@quanheng/contract/submission'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { decideSubmission, type SubmissionCommand, type SubmissionEvent } from '@quanheng/domain/submission/decide'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { type OnResultFall, sentByActor, stopMoved } from '../result/index.ts'
import { choosePost, type HeldApproval, holdApproval } from './act-on-approval.ts'
import { completeApproval } from './complete.ts'
import {
  type LoadedSubmission,
  lockSubmission,
  saveSubmission,
  submissionById,
  submissionChange,
} from './submission-store.ts'

interface Asked extends Asking {
  readonly params: { readonly submissionId: string }
  readonly body: { readonly version: number }
}

interface Held extends LoadedSubmission {
  readonly approval: HeldApproval
  readonly post: HeldPost
}

/** Locks plan, result, paper and package; one that was overtaken is not found. */
const hold = async (asked: Asked): Promise<Result<Held, Refusal>> => {
  const found = await submissionById(asked.tx, asked.params.submissionId)
  if (found === undefined || found.row.overtaken) return refuse('platform.notFound')
  const approval = await holdApproval(asked, found.row.approval_id, null)
  if (!approval.ok) return approval
  const held = await lockSubmission(asked.tx, found.row.id)
  const post = choosePost(asked.posts, approval.value, 'submit')
  if (held === undefined || post === undefined) return refuse('platform.notFound')
  const current = await sameVersion(asked.tx, held.row, asked.body.version)
  return current.ok ? ok({ ...held, approval: approval.value, post }) : current
}

/** Several commands of one act, each decided on what the one before it left. */
const decideAll = (
  asked: Asked,
  held: Held,
  commands: readonly SubmissionCommand[],
): Result<{ readonly next: LoadedSubmission['submission']; readonly events: readonly SubmissionEvent[] }, Refusal> => {
  let next = held.submission
  const events: SubmissionEvent[] = []
  for (const command of commands) {
    const decided = decideSubmission(next, command, commandContext(asked, held.post))
    if (!decided.ok) return decided
    next = decided.value.next
    events.push(...decided.value.events)
  }
  return ok({ next, events })
}

const act = async (
  asked: Asked,
  commands: readonly SubmissionCommand[],
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const held = await hold(asked)
  if (!held.ok) return held
  const decided = decideAll(asked, held.value, commands)
  if (!decided.ok) return decided
  const after = await saveSubmission(asked.tx, held.value, decided.value.next)
  return ok({
    post: held.value.post,
    events: decided.value.events,
    changes: [submissionChange(held.value, after)],
    reply: { version: after.row.version },
  })
}

export const tick: CommandHandler<typeof tickRows> = (asked) => {
  const kind = asked.body.ticked ? ('tick' as const) : ('untick' as const)
  return act(
    asked,
    asked.body.rows.map(({ leafKey, unitId }) => ({ kind, leafKey, unitId })),
  )
}

export const check: CommandHandler<typeof checkSubmission> = (asked) => act(asked, [{ kind: 'check' }])

export const recordReceipt: CommandHandler<typeof contractReceipt> = async (asked) => {
  const { number, receivedOn, scanDigest } = asked.body
  if (scanDigest !== undefined && !(await sentByActor(asked.tx, asked.actor.personId, scanDigest))) {
    return refuse('upload.notFound', { at: 'body.scanDigest' })
  }
  const named = normaliseName(number ?? '')
  return act(asked, [
    {
      kind: 'recordReceipt',
      receivedOn,
      ...(named !== '' && { number: named }),
      ...(scanDigest !== undefined && { scanDigest }),
    },
  ])
}

/** Sent: the paper's chain ends, both documents are issued, and under a year plan of this platform the report registers itself. */
export const sendWith =
  (onFall: readonly OnResultFall[]): CommandHandler<typeof sendSubmission> =>
  async (asked) => {
    const held = await hold(asked)
    if (!held.ok) return held
    const { sentOn, channel } = asked.body
    const stopped = await stopMoved(asked.tx, held.value.approval.result.result.id)
    if (stopped) return stopped
    const decided = decideAll(asked, held.value, [{ kind: 'send', sentOn, channel: normaliseName(channel) }])
    if (!decided.ok) return decided
    const after = await saveSubmission(asked.tx, held.value, decided.value.next)
    const completed = await completeApproval(asked, held.value.approval, after, held.value.post, onFall)
    if (!completed.ok) return completed
    return ok({
      post: held.value.post,
      events: [...decided.value.events, ...completed.value.events],
      changes: [submissionChange(held.value, after), ...completed.value.changes],
      reply: { version: after.row.version, registered: completed.value.registered },
    })
  }
