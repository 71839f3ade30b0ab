import type { Changed, Notification } from './model.ts'
import { approvalNotifications, submissionNotifications } from './of-approval.ts'
import { circularNotifications } from './of-circular.ts'
import { datumNotifications } from './of-datum.ts'
import { evaluationNotifications } from './of-evaluation.ts'
import { feedbackNotifications, questionNotifications } from './of-feedback.ts'
import { lateEntryNotifications } from './of-late-entry.ts'
import { matterNotifications } from './of-matter.ts'
import { milestoneNotifications } from './of-milestone.ts'
import { objectionNotifications } from './of-objection.ts'
import { peopleProposalNotifications } from './of-people-proposal.ts'
import { planNotifications } from './of-plan.ts'
import { progressNotifications } from './of-progress-report.ts'
import { remarkNotifications } from './of-remark.ts'
import { leadReportNotifications, resultNotifications } from './of-result.ts'
import { routineRecordNotifications } from './of-routine-record.ts'
import { selfReviewNotifications } from './of-self-review.ts'
import { sheetNotifications } from './of-sheet.ts'
import { superiorPlanNotifications } from './of-superior-plan.ts'
import { rectificationNotifications, supervisionNotifications, visitNotifications } from './of-supervision.ts'
import { adjustmentNotifications } from './of-target-adjustment.ts'
import { verificationNotifications } from './of-verification.ts'
import { reviewNotifications } from './of-year-review.ts'

/** One line a noun: what a change of it means for others. A noun that is not named tells nobody anything. */
const byNoun = {
  plan: planNotifications,
  datum: datumNotifications,
  lateEntry: lateEntryNotifications,
  selfReview: selfReviewNotifications,
  feedback: feedbackNotifications,
  feedbackQuestion: questionNotifications,
  sheet: sheetNotifications,
  verification: verificationNotifications,
  remark: remarkNotifications,
  leadReport: leadReportNotifications,
  result: resultNotifications,
  approval: approvalNotifications,
  submission: submissionNotifications,
  circular: circularNotifications,
  matter: matterNotifications,
  supervision: supervisionNotifications,
  supervisionVisit: visitNotifications,
  rectification: rectificationNotifications,
  targetAdjustment: adjustmentNotifications,
  objection: objectionNotifications,
  milestone: milestoneNotifications,
  routineRecord: routineRecordNotifications,
  yearReview: reviewNotifications,
  superiorPlan: superiorPlanNotifications,
  peopleProposal: peopleProposalNotifications,
  evaluation: evaluationNotifications,
  progressReport: progressNotifications,
} as const

export type ToldNoun = keyof typeof byNoun

export const isTold = (noun: string): noun is ToldNoun => Object.hasOwn(byNoun, noun)

/** What follows for others from one change, read off the canonical forms that the act records. */
export const notificationsOf = (noun: ToldNoun, change: Changed<unknown>): readonly Notification[] =>
  byNoun[noun](change as Changed<never>)
