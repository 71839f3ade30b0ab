import type { Binding } from '../platform/http/bind.ts'
import type { Platform } from '../platform/platform.ts'
import { accountRoutes } from './account/index.ts'
import { actingOnPaper, approvalRoutes, fallApprovals } from './approval/index.ts'
import { archiveRoutes } from './archive/index.ts'
import { burdenRoutes } from './burden/index.ts'
import { calendarRoutes } from './calendar/index.ts'
import { cockpitRoutes } from './cockpit/index.ts'
import { collectionRoutes, openCollection } from './collection/index.ts'

export { tellOfFaults } from './custody/index.ts'
export { keptFiles } from './kept-files.ts'
export { nightlyLights } from './milestone/index.ts'

import { circularCarries, circularRoutes, circularsCiting } from './circular/index.ts'
import { creditRoutes, creditsCiting } from './credit/index.ts'
import { custodyRoutes } from './custody/index.ts'
import { evaluationRoutes } from './evaluation/index.ts'
import { lateEntryRoutes } from './late-entry/index.ts'
import { libraryRoutes } from './library/index.ts'
import { loggedNouns } from './logged-nouns.ts'
import { matterRoutes, mattersCiting } from './matter/index.ts'
import { agendaOf, groupName, meetingRoutes, minutesCarry, planAsDecided } from './meeting/index.ts'
import { milestoneRoutes, openMilestones } from './milestone/index.ts'
import { noticeRoutes } from './notice/index.ts'
import { objectionRoutes } from './objection/index.ts'
import { observerRoutes } from './observer/index.ts'
import { organisationRoutes } from './organisation/index.ts'
import { overviewRoutes } from './overview.ts'
import { peopleProposalRoutes } from './people-proposal/index.ts'
import { markingExports, planRoutes, plansCiting } from './plan/index.ts'
import { progressReportRoutes } from './progress-report/index.ts'
import { makeRehearsal, type Rehearsal, type RehearsalMeans } from './rehearsal/index.ts'
import { remarkRoutes } from './remark/index.ts'
import { reportPackRoutes } from './report-pack/index.ts'
import {
  fallOnCredits,
  fallOnIssue,
  fallOnReopen,
  feedbackRoutes,
  type OnResultFall,
  openRegister,
  resultRoutes,
  selfReviewRoutes,
} from './result/index.ts'
import { routineRecordRoutes, tallyRecords } from './routine-record/index.ts'
import { fallSheets, openSheets, scoringRoutes, signedRowCites } from './scoring/index.ts'
import { keepSeparation, separationRoutes } from './separation/index.ts'
import { superiorPlanRoutes } from './superior-plan/index.ts'
import { supervisionRoutes } from './supervision/index.ts'
import { adjustmentReplyCarries, targetAdjustmentRoutes } from './target-adjustment/index.ts'
import { uploadRoutes } from './upload/index.ts'
import { verificationRoutes } from './verification/index.ts'
import { tellingOthers } from './workbench/index.ts'
import { yearPaperRoutes } from './year-paper/index.ts'
import { yearReviewRoutes } from './year-review/index.ts'

export { loggedNouns }

/** The whole server: what is served, and the rehearsal that plays through the same routes. */
export const composeFeatures = (platform: Platform, means?: RehearsalMeans): Rehearsal => {
  const business = businessRoutes(platform).map(tellingOthers).map(markingExports)
  const rehearsal = makeRehearsal(platform, () => business, means)
  return { ...rehearsal, routes: [...business, ...overviewRoutes(platform, business), ...rehearsal.routes] }
}

/** What is served; the generated route tests and the OpenAPI document read this list. */
export const allRoutes = (platform: Platform): readonly Binding[] => composeFeatures(platform).routes

/** What rests on a locked version and falls with it. */
const onFall: readonly OnResultFall[] = [fallApprovals]

/** Every feature, one line each. */
const businessRoutes = (platform: Platform): readonly Binding[] => [
  ...accountRoutes(platform),
  ...organisationRoutes(platform, { onPosts: [keepSeparation] }),
  ...peopleProposalRoutes(platform, { onPosts: [keepSeparation] }),
  ...separationRoutes(),
  ...calendarRoutes(),
  ...planRoutes(platform, {
    mayIssue: [planAsDecided],
    onIssue: [openCollection, openSheets, openRegister, openMilestones, fallOnIssue(onFall)],
  }),
  ...burdenRoutes(),
  ...noticeRoutes(platform),
  ...collectionRoutes(platform, {
    onReopen: [fallSheets, fallOnReopen(onFall)],
    evidenceCited: [signedRowCites],
    tallyRecords,
  }),
  ...lateEntryRoutes(platform),
  ...reportPackRoutes(platform),
  ...scoringRoutes(platform),
  ...creditRoutes({ onMoved: [fallOnCredits(onFall)] }),
  ...resultRoutes(platform, { onFall, onItsWay: actingOnPaper }),
  ...selfReviewRoutes(),
  ...feedbackRoutes(),
  ...cockpitRoutes(platform),
  ...approvalRoutes(platform, {
    onFall,
    agendaOf,
    carriesNumber: [circularCarries, minutesCarry, adjustmentReplyCarries],
  }),
  ...objectionRoutes(platform, { agendaOf, groupName }),
  ...meetingRoutes(platform),
  ...circularRoutes(platform),
  ...matterRoutes(platform),
  ...supervisionRoutes(platform),
  ...targetAdjustmentRoutes(platform),
  ...milestoneRoutes(platform),
  ...routineRecordRoutes(platform),
  ...libraryRoutes(platform, { usedIn: [plansCiting, creditsCiting, circularsCiting, mattersCiting] }),
  ...yearReviewRoutes(platform),
  ...superiorPlanRoutes(platform),
  ...evaluationRoutes(platform),
  ...progressReportRoutes(platform),
  ...verificationRoutes(platform),
  ...yearPaperRoutes(platform),
  ...observerRoutes(),
  ...remarkRoutes(),
  ...uploadRoutes(platform),
  ...custodyRoutes(platform),
  ...archiveRoutes(platform, loggedNouns),
]
