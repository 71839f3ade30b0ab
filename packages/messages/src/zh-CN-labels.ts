import { actLabels } from './zh-CN/act.ts'
import { approvalLabels } from './zh-CN/approval-labels.ts'
import { circularLabels } from './zh-CN/circular-labels.ts'
import { creditLabels } from './zh-CN/credit-labels.ts'
import { datumLabels } from './zh-CN/datum-labels.ts'
import { evaluationLabels } from './zh-CN/evaluation-labels.ts'
import { evidenceLabels } from './zh-CN/evidence-labels.ts'
import { feedbackLabels } from './zh-CN/feedback-labels.ts'
import { lateEntryLabels } from './zh-CN/late-entry-labels.ts'
import { libraryLabels } from './zh-CN/library-labels.ts'
import { matterLabels } from './zh-CN/matter-labels.ts'
import { meetingLabels } from './zh-CN/meeting-labels.ts'
import { milestoneLabels } from './zh-CN/milestone-labels.ts'
import { objectionLabels } from './zh-CN/objection-labels.ts'
import { observedLabels } from './zh-CN/observed.ts'
import { separationLabels } from './zh-CN/organisation-labels.ts'
import { peopleProposalLabels } from './zh-CN/people-proposal-labels.ts'
import { planLabels } from './zh-CN/plan-labels.ts'
import { postLabels } from './zh-CN/post.ts'
import { remarkLabels } from './zh-CN/remark-labels.ts'
import { resultLabels } from './zh-CN/result-labels.ts'
import { routineRecordLabels } from './zh-CN/routine-record-labels.ts'
import { ruleLabels } from './zh-CN/rule-labels.ts'
import { selfReviewLabels } from './zh-CN/self-review-labels.ts'
import { sheetLabels } from './zh-CN/sheet-labels.ts'
import { superiorPlanLabels } from './zh-CN/superior-plan-labels.ts'
import { supervisionLabels } from './zh-CN/supervision-labels.ts'
import { targetAdjustmentLabels } from './zh-CN/target-adjustment-labels.ts'
import { verificationLabels } from './zh-CN/verification-labels.ts'
import { yearReviewLabels } from './zh-CN/year-review-labels.ts'

export const zhCNLabels = {
  ...postLabels,
  ...separationLabels,
  ...observedLabels,
  ...remarkLabels,
  ...datumLabels,
  ...lateEntryLabels,
  ...feedbackLabels,
  ...selfReviewLabels,
  ...sheetLabels,
  ...planLabels,
  ...ruleLabels,
  ...evidenceLabels,
  ...verificationLabels,
  ...creditLabels,
  ...resultLabels,
  ...approvalLabels,
  ...meetingLabels,
  ...circularLabels,
  ...matterLabels,
  ...supervisionLabels,
  ...targetAdjustmentLabels,
  ...objectionLabels,
  ...milestoneLabels,
  ...routineRecordLabels,
  ...libraryLabels,
  ...yearReviewLabels,
  ...superiorPlanLabels,
  ...peopleProposalLabels,
  ...evaluationLabels,
  ...actLabels,
} as const
