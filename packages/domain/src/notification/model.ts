import type { PostKind } from '../ability/posts.ts'
import type { Author } from '../kernel/command-context.ts'

/** Whoever holds one of these posts today in a body that the object names; a section narrows those who sit in one. */
export interface PostAudience {
  /** The scoring side, the body whose plan it is, those who verify for either; any body; or one by its ids. */
  readonly place:
    | 'scorer'
    | 'owner'
    | 'inspectors'
    | 'anywhere'
    | { readonly unitIds: readonly string[]; readonly sectionId?: string }
  readonly posts: readonly PostKind[]
}

export type Audience = PostAudience | { readonly personIds: readonly string[] }

/** What an act means for somebody else: which sentence, and whom it is told. Whoever acted is never told of it. */
export interface Notification {
  /** `notification.*` of `packages/messages`. */
  readonly code: NotificationCode
  /** What the change itself says; names of plan, indicator and unit are added where the words are stored. */
  readonly params?: Readonly<Record<string, string>>
  readonly to: readonly Audience[]
}

export type NotificationCode =
  | 'notification.planIssued'
  | 'notification.planReissued'
  | 'notification.planToIssue'
  | 'notification.planReturned'
  | 'notification.datumReturned'
  | 'notification.datumReturnedUntil'
  | 'notification.datumReturnedToHead'
  | 'notification.datumReopened'
  | 'notification.datumLate'
  | 'notification.datumOnBehalf'
  | 'notification.datumVerified'
  | 'notification.lateEntryAsked'
  | 'notification.lateEntryGranted'
  | 'notification.lateEntryDeclined'
  | 'notification.selfReviewReturned'
  | 'notification.feedbackOpened'
  | 'notification.feedbackAsked'
  | 'notification.feedbackAccepted'
  | 'notification.feedbackDeclined'
  | 'notification.sheetToSign'
  | 'notification.sheetReturned'
  | 'notification.sheetFell'
  | 'notification.sheetRowsFell'
  | 'notification.sheetPaperRefused'
  | 'notification.verificationPlanned'
  | 'notification.seedCommitAsked'
  | 'notification.seedRevealAsked'
  | 'notification.drawToWitness'
  | 'notification.verificationOpinion'
  | 'notification.verificationAnswered'
  | 'notification.remarkFiled'
  | 'notification.remarkAnswered'
  | 'notification.leadReportReceived'
  | 'notification.leadReportLate'
  | 'notification.leadReportReturned'
  | 'notification.resultVoided'
  | 'notification.approvalWaiting'
  | 'notification.approvalReturned'
  | 'notification.approvalCompleted'
  | 'notification.approvalFell'
  | 'notification.receiptRecorded'
  | 'notification.circularToIssue'
  | 'notification.circularIssued'
  | 'notification.circularIssuedUntil'
  | 'notification.circularUrged'
  | 'notification.circularWithdrawn'
  | 'notification.matterOpinionAsked'
  | 'notification.matterToApprove'
  | 'notification.matterApproved'
  | 'notification.supervisionToOrder'
  | 'notification.visitToState'
  | 'notification.visitStated'
  | 'notification.rectificationOrdered'
  | 'notification.rectificationToCheck'
  | 'notification.rectificationReturned'
  | 'notification.rectificationClosed'
  | 'notification.adjustmentSent'
  | 'notification.adjustmentOpinion'
  | 'notification.adjustmentReturned'
  | 'notification.adjustmentToDecide'
  | 'notification.adjustmentReplied'
  | 'notification.objectionSent'
  | 'notification.objectionRegistered'
  | 'notification.objectionToAnswer'
  | 'notification.objectionDeclined'
  | 'notification.objectionToRescore'
  | 'notification.objectionToDecide'
  | 'notification.objectionKept'
  | 'notification.objectionCorrected'
  | 'notification.milestoneToConfirm'
  | 'notification.milestoneConfirmed'
  | 'notification.milestoneReturned'
  | 'notification.milestoneMissed'
  | 'notification.milestoneWarning'
  | 'notification.milestoneYellow'
  | 'notification.milestoneRed'
  | 'notification.milestoneRedNext'
  | 'notification.reviewOpened'
  | 'notification.reviewToTake'
  | 'notification.reviewTaken'
  | 'notification.breakdownIssued'
  | 'notification.breakdownReissued'
  | 'notification.breakdownToIssue'
  | 'notification.peopleProposed'
  | 'notification.peopleReturned'
  | 'notification.peopleDecided'
  | 'notification.evaluationOpened'
  | 'notification.progressToConfirm'
  | 'notification.progressReturned'
  | 'notification.progressUrged'
  | 'notification.taskTakenOver'
  | 'notification.milestonesLit'
  | 'notification.routineRecordToConfirm'
  | 'notification.routineRecordReturned'
  | 'notification.routineRecordTold'
  | 'notification.routineRecordDiffered'
  | 'notification.routineRecordUpheld'
  | 'notification.routineRecordWithdrawn'

/** A noun in its canonical form, as the act that changed it records it. */
export interface Changed<T> {
  readonly before: T | null
  readonly after: T
}

export const peopleOf = (authors: readonly (Author | undefined)[]): Audience => ({
  personIds: [...new Set(authors.flatMap((author) => (author ? [author.personId] : [])))],
})
