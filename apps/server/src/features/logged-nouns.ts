import { canonicalItem } from '@quanheng/domain/item/canonical'
import type { Reader } from '../platform/database/database.ts'
import type { Tables } from '../platform/database/tables.ts'
import { canonicalCheck } from '../platform/files/file-check.ts'
import type { LoggedNouns } from '../platform/log/check/check-rows.ts'
import { approvalNouns } from './approval/index.ts'
import { canonicalArchiveRow } from './archive/index.ts'
import { circularNouns } from './circular/index.ts'
import { canonicalDatumRow, loadDatum } from './collection/index.ts'
import { creditNouns } from './credit/index.ts'
import { evaluationNouns } from './evaluation/index.ts'
import { canonicalLateEntryRow } from './late-entry/index.ts'
import { libraryNouns } from './library/index.ts'
import { matterNouns } from './matter/index.ts'
import { meetingNouns } from './meeting/index.ts'
import { milestoneNouns } from './milestone/index.ts'
import { objectionNouns } from './objection/index.ts'
import { canonicalPerson, canonicalPost, canonicalSection, canonicalUnit } from './organisation/index.ts'
import { peopleProposalNouns } from './people-proposal/index.ts'
import { canonicalPlan, canonicalStoredVersion } from './plan/index.ts'
import { progressReportNouns } from './progress-report/index.ts'
import { canonicalRemarkRow } from './remark/index.ts'
import { canonicalReportPackRow } from './report-pack/index.ts'
import { feedbackNouns, resultNouns, selfReviewNouns } from './result/index.ts'
import { routineRecordNouns } from './routine-record/index.ts'
import { canonicalSheet, itemOf, withSignatures } from './scoring/index.ts'
import { superiorPlanNouns } from './superior-plan/index.ts'
import { supervisionNouns } from './supervision/index.ts'
import { targetAdjustmentNouns } from './target-adjustment/index.ts'
import { canonicalVerification, verificationById } from './verification/index.ts'
import { canonicalTaskClaim } from './workbench/index.ts'
import { officeTemplateNouns, officialPaperNouns } from './year-paper/index.ts'
import { yearReviewNouns } from './year-review/index.ts'

type Form = (db: Reader, id: string) => Promise<unknown>

/** A noun whose one row is the whole of it. */
const plain =
  <T extends keyof Tables>(table: T, canonical: (row: never) => unknown): Form =>
  async (db, id) => {
    const row = await db
      .selectFrom(table as 'unit')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    return row && canonical(row as never)
  }

const forms = {
  ...resultNouns,
  ...feedbackNouns,
  ...selfReviewNouns,
  ...approvalNouns,
  ...creditNouns,
  ...officialPaperNouns,
  ...officeTemplateNouns,
  remark: plain('remark', canonicalRemarkRow),
  ...meetingNouns,
  ...circularNouns,
  ...matterNouns,
  ...supervisionNouns,
  ...targetAdjustmentNouns,
  ...objectionNouns,
  ...milestoneNouns,
  ...routineRecordNouns,
  ...libraryNouns,
  ...yearReviewNouns,
  ...superiorPlanNouns,
  ...peopleProposalNouns,
  ...evaluationNouns,
  ...progressReportNouns,
  taskClaim: plain('task_claim', canonicalTaskClaim),
  fileCheck: plain('file_check', canonicalCheck),
  archive: plain('archive', canonicalArchiveRow),
  unit: plain('unit', canonicalUnit),
  section: plain('section', canonicalSection),
  person: plain('person', canonicalPerson),
  post: plain('post', canonicalPost),
  plan: plain('plan', canonicalPlan),
  planVersion: plain('plan_version', canonicalStoredVersion),
  item: plain('item', (row) => canonicalItem(itemOf(row))),
  datum: async (db: Reader, id: string) => {
    const loaded = await loadDatum(db, id)
    return loaded === null ? undefined : canonicalDatumRow(loaded)
  },
  lateEntry: canonicalLateEntryRow,
  reportPack: plain('report_pack', canonicalReportPackRow),
  sheet: async (db: Reader, id: string) => {
    const rows = await db.selectFrom('sheet').selectAll().where('id', '=', id).execute()
    const [loaded] = await withSignatures(db, rows)
    return loaded && canonicalSheet(loaded)
  },
  verification: async (db: Reader, id: string) => {
    const loaded = await verificationById(db, id)
    return loaded && canonicalVerification(loaded)
  },
}

/** Tables whose names are not those of their nouns. */
const tables: Readonly<Record<string, string>> = {
  fileCheck: 'file_check',
  planVersion: 'plan_version',
  lateEntry: 'late_entry',
  routineRecord: 'routine_record',
  reportPack: 'report_pack',
  leadReport: 'lead_report',
  feedbackQuestion: 'feedback_question',
  selfReview: 'self_review',
  letterhead: 'letterhead',
  numberBook: 'number_book',
  creditRegister: 'credit_register',
  officialPaper: 'official_paper',
  officeTemplate: 'office_template',
  templatePaper: 'template_paper',
  assignedTask: 'assigned_task',
  supervisionVisit: 'supervision_visit',
  libraryDocument: 'library_document',
  steeringGroup: 'steering_group',
  targetAdjustment: 'target_adjustment',
  yearReview: 'year_review',
  superiorPlan: 'superior_plan',
  peopleProposal: 'people_proposal',
  evaluation: 'evaluation',
  evaluationBallot: 'evaluation_ballot',
  evaluationTicket: 'evaluation_ticket',
  progressReport: 'progress_report',
  taskClaim: 'task_claim',
}

/**
 * Things whose rows can be held against the last act on them. Facts of the moment are not among them (a password set, a day moved):
 * no row of theirs says what the act said.
 */
export const loggedNouns: LoggedNouns = Object.fromEntries(
  Object.entries(forms).map(([noun, form]) => [noun, { form, table: tables[noun] ?? noun }]),
)
