import type { AbilityRule } from './ability-rule.ts'
import { approvalAbilities } from './approval.ts'
import { archiveAbilities } from './archive.ts'
import { circularAbilities } from './circular.ts'
import { cockpitAbilities } from './cockpit.ts'
import { collectionAbilities } from './collection.ts'
import { creditAbilities } from './credit.ts'
import { evaluationAbilities } from './evaluation.ts'
import { feedbackAbilities } from './feedback.ts'
import { libraryAbilities } from './library.ts'
import { matterAbilities } from './matter.ts'
import { meetingAbilities } from './meeting.ts'
import { milestoneAbilities } from './milestone.ts'
import { noticeAbilities } from './notice.ts'
import { objectionAbilities } from './objection.ts'
import { observerAbilities } from './observer.ts'
import { organisationAbilities } from './organisation.ts'
import { peopleProposalAbilities } from './people-proposal.ts'
import { planAbilities } from './plan.ts'
import type { PostKind } from './posts.ts'
import { progressReportAbilities } from './progress-report.ts'
import { rehearsalAbilities } from './rehearsal.ts'
import { resultAbilities } from './result.ts'
import { routineRecordAbilities } from './routine-record.ts'
import { scoringAbilities } from './scoring.ts'
import { selfReviewAbilities } from './self-review.ts'
import { superiorPlanAbilities } from './superior-plan.ts'
import { supervisionAbilities } from './supervision.ts'
import { targetAdjustmentAbilities } from './target-adjustment.ts'
import { verificationAbilities } from './verification.ts'
import { workbenchAbilities } from './workbench.ts'
import { yearReviewAbilities } from './year-review.ts'

/** Deny by default: what is not listed here nobody may do. One file a noun, joined here. */
export const abilities = {
  ...organisationAbilities,
  ...peopleProposalAbilities,
  ...observerAbilities,
  ...cockpitAbilities,
  ...collectionAbilities,
  ...scoringAbilities,
  ...planAbilities,
  ...noticeAbilities,
  ...verificationAbilities,
  ...creditAbilities,
  ...feedbackAbilities,
  ...selfReviewAbilities,
  ...resultAbilities,
  ...approvalAbilities,
  ...meetingAbilities,
  ...circularAbilities,
  ...matterAbilities,
  ...supervisionAbilities,
  ...targetAdjustmentAbilities,
  ...objectionAbilities,
  ...milestoneAbilities,
  ...routineRecordAbilities,
  ...libraryAbilities,
  ...yearReviewAbilities,
  ...superiorPlanAbilities,
  ...evaluationAbilities,
  ...progressReportAbilities,
  ...workbenchAbilities,
  ...archiveAbilities,
  ...rehearsalAbilities,
} as const satisfies Record<string, AbilityRule>

export type Ability = keyof typeof abilities

/** The posts among `held` that carry the ability; empty means refused. */
export const postsThatMay = <P extends { readonly kind: PostKind }>(
  held: readonly P[],
  ability: Ability,
): readonly P[] => {
  const allowed: readonly PostKind[] = abilities[ability].posts
  return held.filter((post) => allowed.includes(post.kind))
}
