import type { MessageCode } from './codes.ts'
import { account } from './en/account.ts'
import { approval } from './en/approval.ts'
import { archive } from './en/archive.ts'
import { checkpoint } from './en/checkpoint.ts'
import { circular } from './en/circular.ts'
import { credit } from './en/credit.ts'
import { datum } from './en/datum.ts'
import { draw } from './en/draw.ts'
import { evaluation } from './en/evaluation.ts'
import { evidence, likeness } from './en/evidence.ts'
import { feedback } from './en/feedback.ts'
import { input } from './en/input.ts'
import { lateEntry } from './en/late-entry.ts'
import { library } from './en/library.ts'
import { matter } from './en/matter.ts'
import { meeting } from './en/meeting.ts'
import { milestone } from './en/milestone.ts'
import { notice } from './en/notice.ts'
import { notification } from './en/notification.ts'
import { objection } from './en/objection.ts'
import { officeTemplate } from './en/office-template.ts'
import { officialPaper } from './en/official-paper.ts'
import { organisation } from './en/organisation.ts'
import { packaged } from './en/package.ts'
import { paper } from './en/paper.ts'
import { peopleProposal } from './en/people-proposal.ts'
import { plan } from './en/plan.ts'
import { planFile } from './en/plan-file.ts'
import { platform } from './en/platform.ts'
import { progressReport } from './en/progress-report.ts'
import { receipt } from './en/receipt.ts'
import { remark } from './en/remark.ts'
import { reportPack } from './en/report-pack.ts'
import { result } from './en/result.ts'
import { routineRecord } from './en/routine-record.ts'
import { rule } from './en/rule.ts'
import { selfReview } from './en/self-review.ts'
import { sheet } from './en/sheet.ts'
import { superiorPlan } from './en/superior-plan.ts'
import { rectification, supervision, supervisionVisit } from './en/supervision.ts'
import { table } from './en/table.ts'
import { targetAdjustment } from './en/target-adjustment.ts'
import { taskClaim } from './en/task-claim.ts'
import { upload } from './en/upload.ts'
import { urging } from './en/urging.ts'
import { verification } from './en/verification.ts'
import { yearPaper } from './en/year-paper.ts'
import { yearReview } from './en/year-review.ts'

/** One line a noun: its file in `en/`, spread here. */
export const enTexts = {
  ...platform,
  ...account,
  ...organisation,
  ...peopleProposal,
  ...taskClaim,
  ...upload,
  ...input,
  ...datum,
  ...lateEntry,
  ...reportPack,
  ...sheet,
  ...plan,
  ...planFile,
  ...rule,
  ...evidence,
  ...likeness,
  ...verification,
  ...yearPaper,
  ...officeTemplate,
  ...officialPaper,
  ...credit,
  ...remark,
  ...feedback,
  ...selfReview,
  ...checkpoint,
  ...receipt,
  ...archive,
  ...draw,
  ...result,
  ...approval,
  ...meeting,
  ...circular,
  ...matter,
  ...supervision,
  ...supervisionVisit,
  ...rectification,
  ...targetAdjustment,
  ...objection,
  ...milestone,
  ...routineRecord,
  ...library,
  ...yearReview,
  ...superiorPlan,
  ...evaluation,
  ...progressReport,
  ...table,
  ...paper,
  ...packaged,
  ...urging,
  ...notice,
  ...notification,
} as const satisfies Record<MessageCode, string>
