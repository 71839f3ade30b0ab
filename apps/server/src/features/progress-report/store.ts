import { canonicalProgress, type ProgressReport } from '@quanheng/domain/progress-report/model'
import type { Reader } from '../../platform/database/database.ts'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { ProgressReportRow } from './tables.ts'

export type KeptProgress = Kept<ProgressReportRow, ProgressReport>

export const progressKeeper = keeperOf<ProgressReportRow, ProgressReport>({
  noun: 'progressReport',
  table: 'progress_report',
  json: ['content', 'standing'],
  modelOf: (row, steps) => ({
    id: row.id,
    superiorPlanId: row.superior_plan_id,
    shareKey: row.share_key,
    period: row.period,
    unitId: row.unit_id,
    ...(row.section_id !== null && { sectionId: row.section_id }),
    officeUnitId: row.office_unit_id,
    state: row.state,
    content: row.content,
    standing: row.standing,
    steps,
  }),
  columnsOf: (report) => ({
    superior_plan_id: report.superiorPlanId,
    share_key: report.shareKey,
    period: report.period,
    unit_id: report.unitId,
    section_id: report.sectionId ?? null,
    office_unit_id: report.officeUnitId,
    state: report.state,
    content: report.content,
    standing: report.standing,
  }),
  filesOf: ({ content }) => content.files.map(({ digest }) => digest),
  canonical: canonicalProgress,
})

/** All reports of these plans, the earliest period first. */
export const reportsOf = async (db: Reader, planIds: readonly string[]): Promise<readonly KeptProgress[]> => {
  if (planIds.length === 0) return []
  const rows = await db
    .selectFrom('progress_report')
    .selectAll()
    .where('superior_plan_id', 'in', [...planIds])
    .orderBy('period')
    .orderBy('id')
    .execute()
  return progressKeeper.complete(db, rows)
}
