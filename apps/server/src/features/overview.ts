import { claimTask, releaseTask } from '@quanheng/contract/workbench'
import type { Binding } from '../platform/http/bind.ts'
import type { Platform } from '../platform/platform.ts'
import type { OwedProvider, TaskProvider } from '../platform/work/task.ts'
import { actRoutes, actWords } from './act/index.ts'
import { approvalTasksOf } from './approval/index.ts'
import { checkpointRoutes } from './checkpoint/index.ts'
import { circularTasksOf, receiptsOwed } from './circular/index.ts'
import { creditTasksOf } from './credit/index.ts'
import { evaluationTasksOf } from './evaluation/index.ts'
import { lateEntryTasksOf } from './late-entry/index.ts'
import { matterTasksOf, opinionsOwed } from './matter/index.ts'
import { meetingTasksOf } from './meeting/index.ts'
import { milestonesOwed, milestoneTasksOf } from './milestone/index.ts'
import { objectionsOwed, objectionTasksOf } from './objection/index.ts'
import { peopleProposalTasksOf } from './people-proposal/index.ts'
import { progressOwed, progressTasksOf } from './progress-report/index.ts'
import { feedbackTasksOf, reportsOwed, reportTasksOf, selfReviewTasksOf } from './result/index.ts'
import { routineRecordTasksOf } from './routine-record/index.ts'
import { sights } from './sights.ts'
import { superiorPlanTasksOf } from './superior-plan/index.ts'
import { rectificationsOwed, supervisionTasksOf } from './supervision/index.ts'
import { adjustmentsOwed, adjustmentTasksOf } from './target-adjustment/index.ts'
import {
  collectionOwed,
  collectionTasks,
  planTasks,
  scoringOwed,
  scoringTasks,
  verificationTasks,
  workbenchRoutes,
} from './workbench/index.ts'
import { reviewTasksOf } from './year-review/index.ts'

/** 待办, one line a noun. */
const tasks: readonly TaskProvider[] = [
  planTasks,
  collectionTasks,
  lateEntryTasksOf,
  scoringTasks,
  verificationTasks,
  reportTasksOf,
  feedbackTasksOf,
  selfReviewTasksOf,
  creditTasksOf,
  approvalTasksOf,
  meetingTasksOf,
  circularTasksOf,
  matterTasksOf,
  supervisionTasksOf,
  adjustmentTasksOf,
  objectionTasksOf,
  milestoneTasksOf,
  routineRecordTasksOf,
  reviewTasksOf,
  superiorPlanTasksOf,
  peopleProposalTasksOf,
  evaluationTasksOf,
  progressTasksOf,
]

/** 催报, one line a noun. */
const owed: readonly OwedProvider[] = [
  collectionOwed,
  scoringOwed,
  reportsOwed,
  receiptsOwed,
  opinionsOwed,
  rectificationsOwed,
  adjustmentsOwed,
  objectionsOwed,
  milestonesOwed,
  progressOwed,
]

/** What looks over all other features: the workbench, and who did what. `business` gives acts their words. */
export const overviewRoutes = (platform: Platform, business: readonly Binding[]): readonly Binding[] => {
  const words = actWords([...business.map(({ route }) => route), claimTask, releaseTask])
  return [
    ...actRoutes(platform, words, sights),
    ...checkpointRoutes(platform, words),
    ...workbenchRoutes(platform, { tasks, owed, words }),
  ]
}
