import { canonicalLeadReport, type LeadReport, type LeadReportVersion } from '@quanheng/domain/report/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { LeadReportRow } from './tables.ts'

/** A line of the register as the domain sees it, with the row it stands in. */
export interface LoadedReport {
  readonly row: LeadReportRow
  readonly report: LeadReport
}

const complete = async (db: Reader, rows: readonly LeadReportRow[]): Promise<readonly LoadedReport[]> => {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const versions = await db
    .selectFrom('lead_report_version')
    .selectAll()
    .where('report_id', 'in', ids)
    .orderBy('number')
    .execute()
  const confirmations = await db
    .selectFrom('lead_report_confirmation')
    .selectAll()
    .where('report_id', 'in', ids)
    .execute()
  const versionsOf = (id: string): readonly LeadReportVersion[] =>
    versions
      .filter((version) => version.report_id === id)
      .map((version) => {
        const confirmed = confirmations.find((one) => one.report_id === id && one.number === version.number)
        return {
          number: version.number,
          via: confirmed
            ? ({ ...version.via, confirmedBy: confirmed.author } as LeadReportVersion['via'])
            : version.via,
          documentNumber: version.document_number,
          documentDate: version.document_date,
          scores: version.scores,
          receivedOn: version.received_on,
          by: version.author,
          at: version.at.toISOString(),
        }
      })
  return rows.map((row) => ({
    row,
    report: {
      id: row.id,
      planId: row.plan_id,
      leadUnitId: row.lead_unit_id,
      due: row.due,
      state: row.state,
      versions: versionsOf(row.id),
      ...(row.return_reason !== null && { returnReason: row.return_reason }),
    },
  }))
}

/** Lines that the plan in force asks for, in the order of their due day. Unscoped. */
export const reportsOfPlan = async (db: Reader, planId: string): Promise<readonly LoadedReport[]> =>
  complete(
    db,
    await db
      .selectFrom('lead_report')
      .innerJoin('unit', 'unit.id', 'lead_report.lead_unit_id')
      .selectAll('lead_report')
      .where('plan_id', '=', planId)
      .where('asked', '=', true)
      .orderBy('due')
      .orderBy('unit.sort_code')
      .orderBy('lead_report.id')
      .execute(),
  )

export const reportById = async (db: Reader, id: string): Promise<LoadedReport | undefined> =>
  (await complete(db, await db.selectFrom('lead_report').selectAll().where('id', '=', id).execute()))[0]

/** All lines of a plan, asked for or not, held in the order of their ids. */
export const lockReportsOf = async (tx: Tx, planId: string): Promise<readonly LoadedReport[]> =>
  complete(
    tx,
    await tx.selectFrom('lead_report').selectAll().where('plan_id', '=', planId).orderBy('id').forUpdate().execute(),
  )

export const lockReport = async (tx: Tx, id: string): Promise<LoadedReport | undefined> =>
  (await complete(tx, await tx.selectFrom('lead_report').selectAll().where('id', '=', id).forUpdate().execute()))[0]

/** What acts digest of a line; a field that counts must stand here. */
export const canonicalLoadedReport = ({ row, report }: LoadedReport): object => ({
  ...canonicalLeadReport(report),
  asked: row.asked,
  version: row.version,
})

export const reportChange = (before: LoadedReport | null, after: LoadedReport): Change => ({
  noun: 'leadReport',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoadedReport(before),
  after: canonicalLoadedReport(after),
})

export const insertReport = async (tx: Tx, report: LeadReport): Promise<LoadedReport> => {
  const row: LeadReportRow = {
    id: report.id,
    plan_id: report.planId,
    lead_unit_id: report.leadUnitId,
    due: report.due,
    asked: true,
    state: report.state,
    last_number: 0,
    return_reason: null,
    version: 1,
  }
  await tx.insertInto('lead_report').values(row).execute()
  return { row, report }
}

/** Saves a line: a new version, or the confirmation of the last one, is a row of its own. */
export const saveReport = async (
  tx: Tx,
  before: LoadedReport,
  next: LeadReport,
  context: Context,
  plan: { readonly due: string; readonly asked: boolean } = before.row,
): Promise<LoadedReport> => {
  const row: LeadReportRow = {
    ...before.row,
    due: plan.due,
    asked: plan.asked,
    state: next.state,
    last_number: next.versions.length,
    return_reason: next.returnReason ?? null,
    version: before.row.version + 1,
  }
  const { id, ...columns } = row
  await tx.updateTable('lead_report').set(columns).where('id', '=', id).execute()
  for (const version of next.versions.slice(before.report.versions.length))
    await insertVersion(tx, id, version, context)
  await confirmLast(tx, before, next, context)
  return { row, report: { ...next, due: plan.due } }
}

const insertVersion = async (tx: Tx, reportId: string, version: LeadReportVersion, context: Context): Promise<void> => {
  await tx
    .insertInto('lead_report_version')
    .values({
      id: context.newId(),
      report_id: reportId,
      number: version.number,
      via: json(version.via),
      document_number: version.documentNumber,
      document_date: version.documentDate,
      scores: json(version.scores),
      received_on: version.receivedOn,
      author: json(version.by),
      at: version.at,
    })
    .execute()
}

const confirmedBy = (version: LeadReportVersion | undefined) =>
  version?.via.kind === 'paper' ? version.via.confirmedBy : undefined

const confirmLast = async (tx: Tx, before: LoadedReport, next: LeadReport, context: Context): Promise<void> => {
  const last = next.versions.at(-1)
  const author = confirmedBy(last)
  if (last === undefined || author === undefined || confirmedBy(before.report.versions.at(-1)) !== undefined) return
  await tx
    .insertInto('lead_report_confirmation')
    .values({ report_id: next.id, number: last.number, author: json(author), at: context.now })
    .execute()
}
