import { actLabels } from './en/act.ts'
import { approvalLabels } from './en/approval-labels.ts'
import { circularLabels } from './en/circular-labels.ts'
import { creditLabels } from './en/credit-labels.ts'
import { datumLabels } from './en/datum-labels.ts'
import { evaluationLabels } from './en/evaluation-labels.ts'
import { evidenceLabels } from './en/evidence-labels.ts'
import { feedbackLabels } from './en/feedback-labels.ts'
import { lateEntryLabels } from './en/late-entry-labels.ts'
import { libraryLabels } from './en/library-labels.ts'
import { matterLabels } from './en/matter-labels.ts'
import { meetingLabels } from './en/meeting-labels.ts'
import { milestoneLabels } from './en/milestone-labels.ts'
import { objectionLabels } from './en/objection-labels.ts'
import { observedLabels } from './en/observed.ts'
import { separationLabels } from './en/organisation-labels.ts'
import { peopleProposalLabels } from './en/people-proposal-labels.ts'
import { planLabels } from './en/plan-labels.ts'
import { postLabels } from './en/post.ts'
import { remarkLabels } from './en/remark-labels.ts'
import { resultLabels } from './en/result-labels.ts'
import { routineRecordLabels } from './en/routine-record-labels.ts'
import { ruleLabels } from './en/rule-labels.ts'
import { selfReviewLabels } from './en/self-review-labels.ts'
import { sheetLabels } from './en/sheet-labels.ts'
import { superiorPlanLabels } from './en/superior-plan-labels.ts'
import { supervisionLabels } from './en/supervision-labels.ts'
import { targetAdjustmentLabels } from './en/target-adjustment-labels.ts'
import { verificationLabels } from './en/verification-labels.ts'
import { yearReviewLabels } from './en/year-review-labels.ts'
import type { zhCNLabels } from './zh-CN-labels.ts'

export const enLabels = {
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
} as const satisfies { [V in keyof typeof zhCNLabels]: Record<keyof (typeof zhCNLabels)[V], string> }
