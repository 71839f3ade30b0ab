import { type Decision, isBinding } from '../decision/model.ts'
import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { FrozenResult } from './model.ts'
import { resultWorkflow } from './transitions.ts'

export type ResultCommand =
  | { readonly kind: 'approve'; readonly decision: Decision }
  | { readonly kind: 'issue'; readonly documentNumber: string; readonly issuedOn: string }
  | { readonly kind: 'void'; readonly cause: string }

export type ResultEvent =
  | { readonly type: 'resultFrozen'; readonly result: FrozenResult }
  | { readonly type: 'resultApproved'; readonly resultId: string; readonly decisionId: string }
  | { readonly type: 'resultIssued'; readonly resultId: string; readonly documentNumber: string }
  | { readonly type: 'resultVoided'; readonly resultId: string; readonly cause: string }

export type ResultErrorCode =
  | 'result.notNow'
  | 'result.notYours'
  | 'result.otherDecision'
  | 'result.numberMissing'
  | 'result.inFuture'
  | 'result.causeMissing'
type Outcome = Result<
  { readonly next: FrozenResult; readonly events: readonly ResultEvent[] },
  DomainError<ResultErrorCode>
>

/** What becomes of a locked version. An issued one is never void: a later circular corrects it in the open. */
export const decideResult = (result: FrozenResult, command: ResultCommand, context: CommandContext): Outcome => {
  const row = permit(resultWorkflow, result.state, command.kind, context.actor.post)
  if (!row.ok) return row
  switch (command.kind) {
    case 'approve':
      return approve(result, command.decision)
    case 'issue':
      return issue(result, command, context)
    case 'void':
      return voidResult(result, command.cause, context)
  }
}

/** Only a binding approval of exactly this run. */
const approve = (result: FrozenResult, decision: Decision): Outcome => {
  const { subject, outcome } = decision
  if (subject.digest !== result.runDigest || outcome !== 'approved' || !isBinding(decision)) {
    return refuse('result.otherDecision')
  }
  return ok({
    next: { ...result, state: 'approved', decisionId: decision.id },
    events: [{ type: 'resultApproved', resultId: result.id, decisionId: decision.id }],
  })
}

const issue = (
  result: FrozenResult,
  { documentNumber, issuedOn }: Extract<ResultCommand, { kind: 'issue' }>,
  { today }: CommandContext,
): Outcome => {
  if (!documentNumber) return refuse('result.numberMissing', { at: 'documentNumber' })
  if (issuedOn > today) return refuse('result.inFuture', { at: 'issuedOn' })
  return ok({
    next: { ...result, state: 'issued', issue: { documentNumber, issuedOn } },
    events: [{ type: 'resultIssued', resultId: result.id, documentNumber }],
  })
}

/** By hand, or because the data under it moved (see blast-radius). */
const voidResult = (result: FrozenResult, cause: string, { actor, now }: CommandContext): Outcome => {
  if (!cause) return refuse('result.causeMissing', { at: 'cause' })
  return ok({
    next: { ...result, state: 'voided', voiding: { by: authorOf(actor), at: now, cause } },
    events: [{ type: 'resultVoided', resultId: result.id, cause }],
  })
}
