import type { CommandContext } from '../kernel/command-context.ts'
import { type Voider, voidSignatures } from '../signature/sign.ts'
import type { ApprovalEvent } from './commands.ts'
import { type Approval, type ApprovalState, partiesLeft, type StepDeed, type StepRecord } from './model.ts'

export interface ApprovalDecision {
  readonly next: Approval
  readonly events: readonly ApprovalEvent[]
}

const stateAt = (approval: Approval, step: number): ApprovalState => approval.chain[step]?.kind ?? 'completed'

/** Adds what was done at the present step, and goes on when that is all the step asks: of 会签, every section. */
export const recordDeed = (approval: Approval, deed: StepDeed): ApprovalDecision => {
  const record: StepRecord = { step: approval.step, ...deed }
  const recorded = { ...approval, records: [...approval.records, record] }
  return onward(recorded, [{ type: 'approvalStepRecorded', approvalId: approval.id, record }])
}

/** The same for a paper signature that has just come to stand. */
export const onward = (approval: Approval, events: readonly ApprovalEvent[]): ApprovalDecision => {
  if (approval.state === 'countersign' && partiesLeft(approval).length > 0) return { next: approval, events }
  const passed: ApprovalEvent = { type: 'approvalStepPassed', approvalId: approval.id, step: approval.step }
  const last = approval.step === approval.chain.length - 1
  const next: Approval = last
    ? { ...approval, state: 'completed' }
    : { ...approval, step: approval.step + 1, state: stateAt(approval, approval.step + 1) }
  const completed: readonly ApprovalEvent[] = last ? [{ type: 'approvalCompleted', approvalId: approval.id }] : []
  return { next, events: [...events, passed, ...completed] }
}

/** Undoes every record from a step on; signatures among them are void and say why. */
const undoFrom = (approval: Approval, step: number, cause: string, context: Voider): readonly StepRecord[] =>
  approval.records.map((record) => {
    if (record.step < step || record.undone !== undefined) return record
    if (record.kind !== 'signature') return { ...record, undone: cause }
    const [signature = record.signature] = voidSignatures([record.signature], cause, context)
    return { ...record, undone: cause, signature }
  })

/** Back at an earlier step, or with the author. */
export const sendBack = (
  approval: Approval,
  reason: string,
  toStep: number | undefined,
  context: CommandContext,
): ApprovalDecision => {
  const step = toStep ?? 0
  const next: Approval = {
    ...approval,
    state: toStep === undefined ? 'returned' : stateAt(approval, step),
    step,
    records: undoFrom(approval, step, reason, context),
    returnReason: reason,
  }
  const to = toStep === undefined ? {} : { toStep }
  return { next, events: [{ type: 'approvalReturned', approvalId: approval.id, reason, ...to }] }
}

/** The run under the paper fell: the paper is overtaken, and a new one begins over the new run. */
export const fallApproval = (approval: Approval, cause: string, context: Voider): ApprovalDecision => {
  if (approval.state === 'completed' || approval.state === 'fallen') return { next: approval, events: [] }
  const next: Approval = { ...approval, state: 'fallen', records: undoFrom(approval, 0, cause, context) }
  return { next, events: [{ type: 'approvalFell', approvalId: approval.id, cause }] }
}
