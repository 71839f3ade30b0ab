import { type Decision, isBinding } from '../decision/model.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { type ApprovalDecision, recordDeed, sendBack } from './advance.ts'
import type { ApprovalCommand, ApprovalContext, ApprovalError } from './commands.ts'
import { isGapFree, nextNumber, readDocumentNumber } from './document-number.ts'
import type { Approval } from './model.ts'
import { agree, confirm, refuseScan, register } from './signing.ts'
import { approvalWorkflow } from './transitions.ts'

type Outcome = Result<ApprovalDecision, ApprovalError>
type Of<K extends ApprovalCommand['kind']> = Extract<ApprovalCommand, { kind: K }>

/** The one way a paper moves along its chain; that the run under it fell is in `fallApproval`. */
export const decideApproval = (approval: Approval, command: ApprovalCommand, context: ApprovalContext): Outcome => {
  const row = permit(approvalWorkflow, approval.state, command.kind, context.actor.post)
  return row.ok ? act(approval, command, context) : row
}

const act = (approval: Approval, command: ApprovalCommand, context: ApprovalContext): Outcome => {
  switch (command.kind) {
    case 'agree':
      return agree(approval, command, context)
    case 'registerPaper':
      return register(approval, command, context)
    case 'confirmPaper':
      return confirm(approval, command, context)
    case 'refusePaper':
      return refuseScan(approval, command, context)
    case 'recordDecision':
      return decided(approval, command.decision, context)
    case 'registerNumber':
      return registerNumber(approval, command)
    case 'drawNumber':
      return drawNumber(approval, command)
    case 'submit':
      return ok(recordDeed(approval, { kind: 'submission', packageDigest: command.packageDigest }))
    case 'return':
      return back(approval, command, context)
    case 'revise':
      return revise(approval, command)
  }
}

/** The meeting's binding decision on exactly this run: approved goes on, returned goes back to the author. */
const decided = (approval: Approval, decision: Decision, context: ApprovalContext): Outcome => {
  const { subject } = approval
  const same = decision.subject.digest === subject.digest && decision.subject.id === subject.id
  if (!same || !isBinding(decision)) return refuse('approval.otherDecision', { at: 'decision' })
  return decision.outcome === 'approved'
    ? ok(recordDeed(approval, { kind: 'decision', decisionId: decision.id }))
    : ok(sendBack(approval, decision.text, undefined, context))
}

const registerNumber = (approval: Approval, command: Of<'registerNumber'>): Outcome => {
  const read = readDocumentNumber(command.documentNumber)
  return read.ok ? ok(recordDeed(approval, { kind: 'number', documentNumber: read.value, from: 'oa' })) : read
}

const drawNumber = (approval: Approval, { book }: Of<'drawNumber'>): Outcome => {
  if (!isGapFree(book)) return refuse('approval.bookGap', { params: { code: book.code, year: String(book.year) } })
  const { documentNumber } = nextNumber(book)
  return ok(recordDeed(approval, { kind: 'number', documentNumber, from: 'book' }))
}

const back = (approval: Approval, { reason, toStep }: Of<'return'>, context: ApprovalContext): Outcome => {
  if (!reason) return refuse('approval.reasonMissing', { at: 'reason' })
  const step = approval.chain[approval.step]
  const signing = ['leaderReview', 'coordinating', 'countersign', 'principalSign'].includes(approval.state)
  if (signing && !step?.posts.includes(context.actor.post)) return refuse('approval.notYourStep')
  if (toStep !== undefined && (toStep < 0 || toStep >= approval.step)) {
    return refuse('approval.noSuchStep', { at: 'toStep' })
  }
  return ok(sendBack(approval, reason, toStep, context))
}

/** The author's corrected paper starts from the first step; nothing that was agreed to the old one stands. */
const revise = (approval: Approval, { subjectId, digest, paperDigest }: Of<'revise'>): Outcome => {
  if (paperDigest === approval.subject.paperDigest) return refuse('approval.nothingRevised', { at: 'paperDigest' })
  const { returnReason: _, ...rest } = approval
  const state = approval.chain[0]?.kind ?? approval.state
  return ok({
    next: { ...rest, state, step: 0, subject: { ...approval.subject, id: subjectId, digest, paperDigest } },
    events: [{ type: 'approvalRevised', approvalId: approval.id, paperDigest }],
  })
}
