import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { EntryRow, Receipt, Submission, SubmissionState } from './model.ts'
import { submissionWorkflow } from './transitions.ts'

export type SubmissionCommand =
  | { readonly kind: 'tick'; readonly leafKey: string; readonly unitId: string }
  | { readonly kind: 'untick'; readonly leafKey: string; readonly unitId: string }
  | { readonly kind: 'check' }
  | { readonly kind: 'send'; readonly sentOn: string; readonly channel: string }
  | ({ readonly kind: 'recordReceipt' } & Pick<Receipt, 'number' | 'receivedOn' | 'scanDigest'>)

export type SubmissionEvent =
  | { readonly type: 'submissionPrepared'; readonly submission: Submission }
  | { readonly type: 'submissionRowTicked'; readonly submissionId: string; readonly row: EntryRow }
  | { readonly type: 'submissionRowUnticked'; readonly submissionId: string; readonly row: EntryRow }
  | { readonly type: 'submissionChecked'; readonly submissionId: string }
  | {
      readonly type: 'submissionSent'
      readonly submissionId: string
      readonly sentOn: string
      readonly channel: string
    }
  | { readonly type: 'submissionReceived'; readonly submissionId: string; readonly receipt: Receipt }

export type SubmissionErrorCode =
  | 'submission.notNow'
  | 'submission.notYours'
  | 'submission.noSuchRow'
  | 'submission.samePerson'
  | 'submission.inFuture'
  | 'submission.beforeSending'
type Outcome = Result<
  { readonly next: Submission; readonly events: readonly SubmissionEvent[] },
  DomainError<SubmissionErrorCode>
>

/** Rows are ticked as they are entered in the superior's platform; someone who ticked none of them checks all; then it is sent. */
export const decideSubmission = (
  submission: Submission,
  command: SubmissionCommand,
  context: CommandContext,
): Outcome => {
  const row = permit(submissionWorkflow, submission.state, command.kind, context.actor.post)
  if (!row.ok) return row
  switch (command.kind) {
    case 'tick':
    case 'untick':
      return mark(submission, command, context)
    case 'check':
      return check(submission, context)
    case 'send':
      return send(submission, command, context)
    case 'recordReceipt':
      return recordReceipt(submission, command, context)
  }
}

type Of<K extends SubmissionCommand['kind']> = Extract<SubmissionCommand, { kind: K }>

const mark = (submission: Submission, command: Of<'tick' | 'untick'>, { actor, now }: CommandContext): Outcome => {
  const at = submission.rows.findIndex((row) => row.leafKey === command.leafKey && row.unitId === command.unitId)
  const found = submission.rows[at]
  if (!found) return refuse('submission.noSuchRow')
  const { ticked: _, ...bare } = found
  const row: EntryRow = command.kind === 'tick' ? { ...bare, ticked: { by: authorOf(actor), at: now } } : bare
  const rows = submission.rows.with(at, row)
  const state: SubmissionState = rows.every(({ ticked }) => ticked) ? 'entered' : 'entering'
  const type = command.kind === 'tick' ? 'submissionRowTicked' : 'submissionRowUnticked'
  return ok({ next: { ...submission, rows, state }, events: [{ type, submissionId: submission.id, row }] })
}

const check = (submission: Submission, { actor, now }: CommandContext): Outcome => {
  if (submission.rows.some(({ ticked }) => ticked?.by.personId === actor.personId))
    return refuse('submission.samePerson')
  return ok({
    next: { ...submission, state: 'checked', checkedBy: { by: authorOf(actor), at: now } },
    events: [{ type: 'submissionChecked', submissionId: submission.id }],
  })
}

const send = (submission: Submission, { sentOn, channel }: Of<'send'>, { actor, today }: CommandContext): Outcome => {
  if (sentOn > today) return refuse('submission.inFuture', { at: 'sentOn' })
  return ok({
    next: { ...submission, state: 'sent', sending: { by: authorOf(actor), sentOn, channel } },
    events: [{ type: 'submissionSent', submissionId: submission.id, sentOn, channel }],
  })
}

const recordReceipt = (submission: Submission, command: Of<'recordReceipt'>, context: CommandContext): Outcome => {
  const { receivedOn, number, scanDigest } = command
  if (receivedOn > context.today) return refuse('submission.inFuture', { at: 'receivedOn' })
  if (submission.sending && receivedOn < submission.sending.sentOn) {
    return refuse('submission.beforeSending', { at: 'receivedOn' })
  }
  const receipt: Receipt = {
    receivedOn,
    ...(number !== undefined && { number }),
    ...(scanDigest !== undefined && { scanDigest }),
    by: authorOf(context.actor),
    at: context.now,
  }
  return ok({
    next: { ...submission, state: 'received', receipt },
    events: [{ type: 'submissionReceived', submissionId: submission.id, receipt }],
  })
}
