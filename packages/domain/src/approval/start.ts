import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { ApprovalDecision } from './advance.ts'
import type { ApprovalError } from './commands.ts'
import type { Approval } from './model.ts'

export type StartApproval = Pick<Approval, 'planId' | 'subject' | 'chain' | 'countersigners'>

/** Puts a paper over a frozen run on its way, through the chain of the plan. */
export const startApproval = (
  request: StartApproval,
  context: CommandContext,
): Result<ApprovalDecision, ApprovalError> => {
  const [first] = request.chain
  if (!first) return refuse('approval.chainEmpty')
  if (request.chain.some(({ kind }) => kind === 'countersign') && request.countersigners.length === 0) {
    return refuse('approval.noCountersigners', { at: 'countersigners' })
  }
  const next: Approval = {
    ...request,
    id: context.newId(),
    state: first.kind,
    step: 0,
    records: [],
    startedBy: authorOf(context.actor),
  }
  return ok({ next, events: [{ type: 'approvalStarted', approval: next }] })
}
