import type { MessageCode } from './codes.ts'
import { account } from './zh-CN/account.ts'
import { approval } from './zh-CN/approval.ts'
import { archive } from './zh-CN/archive.ts'
import { checkpoint } from './zh-CN/checkpoint.ts'
import { circular } from './zh-CN/circular.ts'
import { credit } from './zh-CN/credit.ts'
import { datum } from './zh-CN/datum.ts'
import { draw } from './zh-CN/draw.ts'
import { evaluation } from './zh-CN/evaluation.ts'
import { evidence, likeness } from './zh-CN/evidence.ts'
import { feedback } from './zh-CN/feedback.ts'
import { input } from './zh-CN/input.ts'
import { lateEntry } from './zh-CN/late-entry.ts'
import { library } from './zh-CN/library.ts'
import { matter } from './zh-CN/matter.ts'
import { meeting } from './zh-CN/meeting.ts'
import { milestone } from './zh-CN/milestone.ts'
import { notice } from './zh-CN/notice.ts'
import { notification } from './zh-CN/notification.ts'
import { objection } from './zh-CN/objection.ts'
import { officeTemplate } from './zh-CN/office-template.ts'
import { officialPaper } from './zh-CN/official-paper.ts'
import { organisation } from './zh-CN/organisation.ts'
import { packaged } from './zh-CN/package.ts'
import { paper } from './zh-CN/paper.ts'
import { peopleProposal } from './zh-CN/people-proposal.ts'
import { plan } from './zh-CN/plan.ts'
import { planFile } from './zh-CN/plan-file.ts'
import { platform } from './zh-CN/platform.ts'
import { progressReport } from './zh-CN/progress-report.ts'
import { receipt } from './zh-CN/receipt.ts'
import { remark } from './zh-CN/remark.ts'
import { reportPack } from './zh-CN/report-pack.ts'
import { result } from './zh-CN/result.ts'
import { routineRecord } from './zh-CN/routine-record.ts'
import { rule } from './zh-CN/rule.ts'
import { selfReview } from './zh-CN/self-review.ts'
import { sheet } from './zh-CN/sheet.ts'
import { superiorPlan } from './zh-CN/superior-plan.ts'
import { rectification, supervision, supervisionVisit } from './zh-CN/supervision.ts'
import { table } from './zh-CN/table.ts'
import { targetAdjustment } from './zh-CN/target-adjustment.ts'
import { taskClaim } from './zh-CN/task-claim.ts'
import { upload } from './zh-CN/upload.ts'
import { urging } from './zh-CN/urging.ts'
import { verification } from './zh-CN/verification.ts'
import { yearPaper } from './zh-CN/year-paper.ts'
import { yearReview } from './zh-CN/year-review.ts'

/** One line a noun: its file in `zh-CN/`, spread here. */
export const zhCNTexts = {
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
