import type { Author } from '../kernel/command-context.ts'
import { type ApprovalStep, type ApprovalStepKind, approvalStepKinds } from '../plan/model.ts'
import type { Signature } from '../signature/model.ts'

/** Where a paper stands: at a step of the plan's chain, back with its author, through, or overtaken by its data. */
export const approvalStates = [...approvalStepKinds, 'returned', 'completed', 'fallen'] as const
export type ApprovalState = ApprovalStepKind | 'returned' | 'completed' | 'fallen'

/** 审批签发: one paper over one frozen run, through the chain that the plan names (C-4.5). */
export interface Approval {
  readonly id: string
  readonly planId: string
  readonly subject: ApprovalSubject
  /** Copied from the plan when it began: a later plan version does not move a paper that is under way. */
  readonly chain: readonly ApprovalStep[]
  /** 会签 sections; every one must agree. */
  readonly countersigners: readonly Party[]
  readonly state: ApprovalState
  /** Index into `chain`; of the step that waits, or the last one when there is none. */
  readonly step: number
  /** Everything done at any step, in order; what was undone by a return says so. */
  readonly records: readonly StepRecord[]
  readonly startedBy: Author
  readonly returnReason?: string
}

export interface ApprovalSubject {
  readonly kind: 'leadReport' | 'result'
  readonly id: string
  /** Of the frozen run, which every figure of the paper equals. */
  readonly digest: string
  /** Of the paper as it would be printed; what signatures cover. */
  readonly paperDigest: string
}

export interface Party {
  readonly unitId: string
  readonly sectionId: string
}

export type StepRecord = {
  readonly step: number
  /** Undone by a return, a revision or a fall; stays readable. */
  readonly undone?: string
} & StepDeed

export type StepDeed =
  | { readonly kind: 'signature'; readonly signature: Signature<ApprovalStepKind>; readonly party?: Party }
  | { readonly kind: 'decision'; readonly decisionId: string }
  | { readonly kind: 'number'; readonly documentNumber: string; readonly from: 'oa' | 'book' }
  | { readonly kind: 'submission'; readonly packageDigest: string }

export const standingRecords = (approval: Approval, step: number): readonly StepRecord[] =>
  approval.records.filter((record) => record.step === step && record.undone === undefined)

/** The document number, once it is given. */
export const documentNumberOf = (approval: Approval): string | undefined => {
  const record = approval.records.findLast((made) => made.kind === 'number' && made.undone === undefined)
  return record?.kind === 'number' ? record.documentNumber : undefined
}

const sameParty = (a: Party, b: Party | undefined): boolean => a.unitId === b?.unitId && a.sectionId === b.sectionId

/** 会签 sections that have not agreed yet, in the order named. */
export const partiesLeft = (approval: Approval): readonly Party[] => {
  const agreed = standingRecords(approval, approval.step).flatMap((record) =>
    record.kind === 'signature' && record.signature.state === 'standing' ? [record.party] : [],
  )
  return approval.countersigners.filter((party) => !agreed.some((given) => sameParty(party, given)))
}

export const canonicalApproval = (approval: Approval) => ({ v: 1, noun: 'approval', ...approval })
