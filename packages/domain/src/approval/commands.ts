import type { Decision } from '../decision/model.ts'
import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError } from '../kernel/result.ts'
import type { ApprovalStepKind } from '../plan/model.ts'
import type { PaperSignature, SignatureErrorCode } from '../signature/sign.ts'
import type { NumberBook } from './document-number.ts'
import type { Approval, Party, StepRecord } from './model.ts'

export type ApprovalCommand =
  /** `paperDigest` is of the paper that the signer was shown. */
  | { readonly kind: 'agree'; readonly paperDigest: string; readonly opinion?: string }
  | { readonly kind: 'registerPaper'; readonly paper: PaperSignature<ApprovalStepKind>; readonly party?: Party }
  | { readonly kind: 'confirmPaper'; readonly signatureId: string }
  | { readonly kind: 'refusePaper'; readonly signatureId: string; readonly reason: string }
  | { readonly kind: 'recordDecision'; readonly decision: Decision }
  /** From the OA: the default. */
  | { readonly kind: 'registerNumber'; readonly documentNumber: string }
  /** From the office's own book, whose next number is taken in the same transaction. */
  | { readonly kind: 'drawNumber'; readonly book: NumberBook }
  | { readonly kind: 'submit'; readonly packageDigest: string }
  /** To an earlier step, or to the author when `toStep` is absent. */
  | { readonly kind: 'return'; readonly reason: string; readonly toStep?: number }
  | { readonly kind: 'revise'; readonly subjectId: string; readonly digest: string; readonly paperDigest: string }

export type ApprovalContext = CommandContext

export type ApprovalEvent =
  | { readonly type: 'approvalStarted'; readonly approval: Approval }
  | { readonly type: 'approvalStepRecorded'; readonly approvalId: string; readonly record: StepRecord }
  | {
      readonly type: 'approvalPaperRefused'
      readonly approvalId: string
      readonly signatureId: string
      readonly reason: string
    }
  | { readonly type: 'approvalStepPassed'; readonly approvalId: string; readonly step: number }
  | {
      readonly type: 'approvalReturned'
      readonly approvalId: string
      readonly toStep?: number
      readonly reason: string
    }
  | { readonly type: 'approvalRevised'; readonly approvalId: string; readonly paperDigest: string }
  | { readonly type: 'approvalCompleted'; readonly approvalId: string }
  | { readonly type: 'approvalFell'; readonly approvalId: string; readonly cause: string }

export type ApprovalErrorCode =
  | 'approval.notNow'
  | 'approval.notYours'
  | 'approval.chainEmpty'
  | 'approval.noCountersigners'
  | 'approval.contentChanged'
  | 'approval.notYourStep'
  | 'approval.notCountersigner'
  | 'approval.alreadyAgreed'
  | 'approval.ownPaper'
  | 'approval.otherDecision'
  | 'approval.numberMalformed'
  | 'approval.bookGap'
  | 'approval.reasonMissing'
  | 'approval.noSuchStep'
  | 'approval.nothingRevised'
  | SignatureErrorCode
export type ApprovalError = DomainError<ApprovalErrorCode>
