import type { DomainError } from '@quanheng/domain/kernel/result'
import { z } from 'zod'
import { accountErrors } from './errors/account.ts'
import { approvalErrors } from './errors/approval.ts'
import { archiveErrors } from './errors/archive.ts'
import { checkpointErrors } from './errors/checkpoint.ts'
import { circularErrors } from './errors/circular.ts'
import { creditErrors } from './errors/credit.ts'
import { datumErrors } from './errors/datum.ts'
import { decisionErrors } from './errors/decision.ts'
import type { ErrorRow } from './errors/error-row.ts'
import { evaluationErrors } from './errors/evaluation.ts'
import { evidenceErrors } from './errors/evidence.ts'
import { feedbackErrors } from './errors/feedback.ts'
import { itemErrors } from './errors/item.ts'
import { lateEntryErrors } from './errors/late-entry.ts'
import { leadReportErrors } from './errors/lead-report.ts'
import { libraryErrors } from './errors/library.ts'
import { likenessErrors } from './errors/likeness.ts'
import { matterErrors } from './errors/matter.ts'
import { meetingErrors } from './errors/meeting.ts'
import { milestoneErrors } from './errors/milestone.ts'
import { noticeErrors } from './errors/notice.ts'
import { objectionErrors } from './errors/objection.ts'
import { officeTemplateErrors } from './errors/office-template.ts'
import { officialPaperErrors } from './errors/official-paper.ts'
import { organisationErrors } from './errors/organisation.ts'
import { peopleProposalErrors } from './errors/people-proposal.ts'
import { planErrors } from './errors/plan.ts'
import { platformErrors } from './errors/platform.ts'
import { progressReportErrors } from './errors/progress-report.ts'
import { remarkErrors } from './errors/remark.ts'
import { reportPackErrors } from './errors/report-pack.ts'
import { resultErrors } from './errors/result.ts'
import { routineRecordErrors } from './errors/routine-record.ts'
import { selfReviewErrors } from './errors/self-review.ts'
import { sheetErrors } from './errors/sheet.ts'
import { signatureErrors } from './errors/signature.ts'
import { simulationErrors } from './errors/simulation.ts'
import { submissionErrors } from './errors/submission.ts'
import { superiorPlanErrors } from './errors/superior-plan.ts'
import { rectificationErrors, supervisionErrors, supervisionVisitErrors } from './errors/supervision.ts'
import { targetAdjustmentErrors } from './errors/target-adjustment.ts'
import { taskClaimErrors } from './errors/task-claim.ts'
import { uploadErrors } from './errors/upload.ts'
import { verificationErrors } from './errors/verification.ts'
import { yearPaperErrors } from './errors/year-paper.ts'
import { yearReviewErrors } from './errors/year-review.ts'

/** Every code of every noun, with its status; a code missing here, or without words in `messages`, does not compile. */
export const errorTable = {
  ...platformErrors,
  ...accountErrors,
  ...organisationErrors,
  ...peopleProposalErrors,
  ...taskClaimErrors,
  ...uploadErrors,
  ...datumErrors,
  ...lateEntryErrors,
  ...reportPackErrors,
  ...itemErrors,
  ...signatureErrors,
  ...sheetErrors,
  ...planErrors,
  ...noticeErrors,
  ...evidenceErrors,
  ...likenessErrors,
  ...verificationErrors,
  ...creditErrors,
  ...remarkErrors,
  ...feedbackErrors,
  ...selfReviewErrors,
  ...decisionErrors,
  ...leadReportErrors,
  ...resultErrors,
  ...approvalErrors,
  ...meetingErrors,
  ...circularErrors,
  ...matterErrors,
  ...supervisionErrors,
  ...supervisionVisitErrors,
  ...rectificationErrors,
  ...targetAdjustmentErrors,
  ...objectionErrors,
  ...milestoneErrors,
  ...routineRecordErrors,
  ...libraryErrors,
  ...yearReviewErrors,
  ...superiorPlanErrors,
  ...evaluationErrors,
  ...progressReportErrors,
  ...simulationErrors,
  ...submissionErrors,
  ...checkpointErrors,
  ...yearPaperErrors,
  ...officeTemplateErrors,
  ...officialPaperErrors,
  ...archiveErrors,
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof errorTable

export type Refusal = DomainError<ErrorCode>

/** Body of every refused request. `message` is in the caller's language. */
export const refusalReply = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    at: z.string().optional(),
    params: z.record(z.string(), z.string()).optional(),
    basis: z.unknown().optional(),
    /** For stale versions and long reports: what changed, or each fault. */
    details: z.array(z.object({ at: z.string().optional(), message: z.string() })).optional(),
  }),
})
export type RefusalReply = z.infer<typeof refusalReply>
