import type { Author } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { ApprovalStepKind } from '../plan/model.ts'
import type { Signature } from '../signature/model.ts'
import { confirmPaper, refusePaper, registerPaper, signOnScreen } from '../signature/sign.ts'
import { type ApprovalDecision, onward, recordDeed } from './advance.ts'
import type { ApprovalCommand, ApprovalContext, ApprovalError } from './commands.ts'
import { type Approval, type Party, partiesLeft, type StepRecord } from './model.ts'

type Outcome = Result<ApprovalDecision, ApprovalError>
type Of<K extends ApprovalCommand['kind']> = Extract<ApprovalCommand, { kind: K }>

/** Whether this person may agree at the present step, and for which section where it is 会签. */
const partyOf = (approval: Approval, signer: Author): Result<{ readonly party?: Party }, ApprovalError> => {
  if (!approval.chain[approval.step]?.posts.includes(signer.post)) return refuse('approval.notYourStep')
  if (signer.personId === approval.startedBy.personId) return refuse('approval.ownPaper')
  if (approval.state !== 'countersign') return ok({})
  const isTheirs = (party: Party) => party.unitId === signer.unitId && party.sectionId === signer.sectionId
  const party = partiesLeft(approval).find(isTheirs)
  if (party) return ok({ party })
  return refuse(approval.countersigners.some(isTheirs) ? 'approval.alreadyAgreed' : 'approval.notCountersigner')
}

const roleOf = (approval: Approval): ApprovalStepKind => approval.state as ApprovalStepKind

export const agree = (approval: Approval, command: Of<'agree'>, context: ApprovalContext): Outcome => {
  const { paperDigest } = approval.subject
  if (command.paperDigest !== paperDigest) return refuse('approval.contentChanged', { at: 'paperDigest' })
  const party = partyOf(approval, context.actor)
  if (!party.ok) return party
  const signature = signOnScreen(roleOf(approval), paperDigest, context, command.opinion)
  return ok(recordDeed(approval, { kind: 'signature', signature, ...party.value }))
}

/** 线下签批登记: does not move the paper until a second person has confirmed it. */
export const register = (approval: Approval, { paper }: Of<'registerPaper'>, context: ApprovalContext): Outcome => {
  if (paper.role !== approval.state) return refuse('approval.notYourStep', { at: 'paper.role' })
  const party = partyOf(approval, paper.signer)
  if (!party.ok) return party
  const signature = registerPaper(paper, approval.subject.paperDigest, context)
  if (!signature.ok) return signature
  const record: StepRecord = { step: approval.step, kind: 'signature', signature: signature.value, ...party.value }
  return ok({
    next: { ...approval, records: [...approval.records, record] },
    events: [{ type: 'approvalStepRecorded', approvalId: approval.id, record }],
  })
}

const registeredAt = (approval: Approval, signatureId: string): Signature<ApprovalStepKind> | undefined =>
  approval.records
    .filter((record) => record.step === approval.step && record.undone === undefined)
    .flatMap((record) => (record.kind === 'signature' ? [record.signature] : []))
    .find((signature) => signature.id === signatureId)

const withSignature = (approval: Approval, signature: Signature<ApprovalStepKind>): Approval => ({
  ...approval,
  records: approval.records.map((record) =>
    record.kind === 'signature' && record.signature.id === signature.id ? { ...record, signature } : record,
  ),
})

export const confirm = (approval: Approval, command: Of<'confirmPaper'>, context: ApprovalContext): Outcome => {
  const registered = registeredAt(approval, command.signatureId)
  if (!registered) return refuse('signature.notFound')
  const party = partyOf(approval, registered.signer)
  if (!party.ok) return party
  const signature = confirmPaper(registered, context)
  if (!signature.ok) return signature
  const next = withSignature(approval, signature.value)
  const record = next.records.find((made) => made.kind === 'signature' && made.signature.id === command.signatureId)
  return ok(onward(next, record ? [{ type: 'approvalStepRecorded', approvalId: approval.id, record }] : []))
}

export const refuseScan = (approval: Approval, command: Of<'refusePaper'>, context: ApprovalContext): Outcome => {
  const { signatureId, reason } = command
  const registered = registeredAt(approval, signatureId)
  if (!registered) return refuse('signature.notFound')
  const signature = refusePaper(registered, reason, context)
  if (!signature.ok) return signature
  return ok({
    next: withSignature(approval, signature.value),
    events: [{ type: 'approvalPaperRefused', approvalId: approval.id, signatureId, reason }],
  })
}
