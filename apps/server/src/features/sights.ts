import { sql } from 'kysely'
import { postsFor } from '../platform/door/actor.ts'
import type { SightOf, Sights } from '../platform/work/sight.ts'
import { approvalSights } from './approval/index.ts'
import { circularSights } from './circular/index.ts'
import { collectionSights } from './collection/index.ts'
import { creditSights } from './credit/index.ts'
import { evaluationSights } from './evaluation/index.ts'
import { lateEntrySights } from './late-entry/index.ts'
import { librarySights } from './library/index.ts'
import { matterSights } from './matter/index.ts'
import { meetingSights } from './meeting/index.ts'
import { milestoneSights } from './milestone/index.ts'
import { objectionSights } from './objection/index.ts'
import { peopleProposalSights } from './people-proposal/index.ts'
import { planHeader, plansVisibleTo, seesDraftsOf } from './plan/index.ts'
import { progressReportSights } from './progress-report/index.ts'
import { remarkSights } from './remark/index.ts'
import { reportPackSights } from './report-pack/index.ts'
import { feedbackSights, resultSights, selfReviewSights } from './result/index.ts'
import { routineRecordSights } from './routine-record/index.ts'
import { sheetIsVisible, sheetsVisibleTo } from './scoring/index.ts'
import { superiorPlanSights } from './superior-plan/index.ts'
import { supervisionSights } from './supervision/index.ts'
import { targetAdjustmentSights } from './target-adjustment/index.ts'
import { officeTemplateSights, officialPaperSights } from './year-paper/index.ts'
import { yearReviewSights } from './year-review/index.ts'

/** Whoever draws the plan up reads its whole history; whoever sees what was issued learns who did what when. */
const planSight: SightOf = async (db, actor, _context, id) => {
  const scope = plansVisibleTo(actor)
  const header = await planHeader(db, scope, id)
  if (header === null) return 'nothing'
  return seesDraftsOf(scope, header.ownerUnitId) ? 'all' : 'heads'
}

/** Units, sections and the holiday tables are public inside the installation. */
const everyone: SightOf = async () => 'all'

/** People and posts: the security administrator, and each their own. */
const ofPeople: SightOf = async (db, actor, _context, id) => {
  if (postsFor(actor, 'person.manage').length > 0 || id === actor.personId) return 'all'
  const own = await db
    .selectFrom('post')
    .select('id')
    .where('id', '=', id)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  return own === undefined ? 'nothing' : 'all'
}

const sheetSight: SightOf = async (db, actor, _context, id) => {
  const row = await db
    .selectFrom('sheet')
    .select('sheet.id')
    .where('sheet.id', '=', id)
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .executeTakeFirst()
  return row === undefined ? 'nothing' : 'all'
}

const itemSight: SightOf = async (db, actor, _context, id) => {
  const row = await db
    .selectFrom('item')
    .innerJoin('sheet', (join) =>
      join.onRef('sheet.plan_id', '=', 'item.plan_id').onRef('sheet.leaf_key', '=', 'item.leaf_key'),
    )
    .select('item.id')
    .where('item.id', '=', id)
    .where(sql<boolean>`item.unit_id = ANY(sheet.unit_ids)`)
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .executeTakeFirst()
  return row === undefined ? 'nothing' : 'all'
}

const verificationSight: SightOf = async (db, actor, _context, id) => {
  const row = await db
    .selectFrom('verification')
    .innerJoin('sheet', 'sheet.id', 'verification.sheet_id')
    .select('verification.id')
    .where('verification.id', '=', id)
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .executeTakeFirst()
  return row === undefined ? 'nothing' : 'all'
}

/** Who may read the act history of which object, one line a noun. */
export const sights: Sights = {
  unit: everyone,
  section: everyone,
  calendar: everyone,
  person: ofPeople,
  post: ofPeople,
  plan: planSight,
  ...collectionSights,
  ...lateEntrySights,
  ...reportPackSights,
  sheet: sheetSight,
  item: itemSight,
  verification: verificationSight,
  ...resultSights,
  ...feedbackSights,
  ...selfReviewSights,
  ...approvalSights,
  ...creditSights,
  ...officialPaperSights,
  ...officeTemplateSights,
  ...remarkSights,
  ...meetingSights,
  ...circularSights,
  ...matterSights,
  ...supervisionSights,
  ...targetAdjustmentSights,
  ...objectionSights,
  ...milestoneSights,
  ...routineRecordSights,
  ...librarySights,
  ...yearReviewSights,
  ...superiorPlanSights,
  ...peopleProposalSights,
  ...evaluationSights,
  ...progressReportSights,
}
