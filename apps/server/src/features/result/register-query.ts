import type { Refusal } from '@quanheng/contract/errors'
import type { showLeadReport, showRegister } from '@quanheng/contract/report'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { registerSummary } from '@quanheng/domain/report/completeness'
import { expectedScores } from '@quanheng/domain/report/expected'
import { currentReport, isLate, type LeadReport, type LeadReportVersion } from '@quanheng/domain/report/model'
import { leadReportWorkflow } from '@quanheng/domain/report/transitions'
import { nextOnLeadReport } from '@quanheng/domain/workbench/next-on-lead-report'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { authorsNamed, unitNames } from './names.ts'
import { nextForReport, type OnItsWay } from './people.ts'
import { type LoadedReport, reportById, reportsOfPlan } from './report-store.ts'
import { resultsVisibleTo, seesResultsOf } from './scope.ts'

type Row = ReplyOf<typeof showRegister>['rows'][number]
type Received = NonNullable<Row['received']>
type Named = Awaited<ReturnType<typeof authorsNamed>>

const authorsIn = (reports: readonly LoadedReport[]) =>
  reports.flatMap(({ report }) =>
    report.versions.flatMap(({ by, via }) => [
      by,
      ...(via.kind === 'paper' && via.confirmedBy ? [via.confirmedBy] : []),
    ]),
  )

const presentVersion = (report: LeadReport, version: LeadReportVersion, named: Named): Received => {
  const { via } = version
  return {
    number: version.number,
    via: via.kind,
    documentNumber: version.documentNumber,
    documentDate: version.documentDate,
    receivedOn: version.receivedOn,
    late: isLate(report, version),
    by: named(version.by),
    confirmedBy: via.kind === 'paper' && via.confirmedBy ? named(via.confirmedBy) : null,
    scanDigest: via.kind === 'paper' ? via.scanDigest : null,
    runDigest: via.kind === 'platform' ? via.runDigest : null,
    packageDigest: via.kind === 'platform' ? via.packageDigest : null,
  }
}

/** What this person's posts on the office's side may do; a lead unit sends through its own approval, never from the register. */
const mayOf = (actor: Actor, plan: IssuedPlan, report: LeadReport): Row['may'] => {
  const own = postsFor(actor, 'leadReport.read').filter((post) => post.unitId === plan.ownerUnitId)
  const commands = own.flatMap((post) => commandsFor(leadReportWorkflow, report.state, post.kind))
  const enteredBy = report.versions.at(-1)?.by.personId
  return [...new Set(commands)].filter(
    (command) => command !== 'submit' && !(command === 'confirmPaper' && enteredBy === actor.personId),
  )
}

const presentRow = async (
  db: Reader,
  actor: Actor,
  plan: IssuedPlan,
  { row, report }: LoadedReport,
  named: Named,
  names: ReadonlyMap<string, string>,
  today: string,
  onItsWay: OnItsWay,
): Promise<Row> => {
  const current = currentReport(report)
  const next = nextOnLeadReport(report)
  return {
    id: report.id,
    leadUnitId: report.leadUnitId,
    leadUnitName: names.get(report.leadUnitId) ?? '',
    state: report.state,
    due: report.due,
    overdue: report.state !== 'reported' && today > report.due,
    returnReason: report.returnReason ?? null,
    expected: expectedScores(plan.content, report.leadUnitId).length,
    received: current ? presentVersion(report, current, named) : null,
    version: row.version,
    may: mayOf(actor, plan, report),
    next: next ? { command: next.verb, people: [...(await nextForReport(db, next, plan, today, onItsWay))] } : null,
  }
}

/** The office sees the whole register of its plan, a lead unit its own line. */
const visibleRows = (actor: Actor, plan: IssuedPlan, rows: readonly LoadedReport[]): readonly LoadedReport[] => {
  const scope = resultsVisibleTo(actor)
  return seesResultsOf(scope, plan.ownerUnitId)
    ? rows
    : rows.filter(({ report }) => seesResultsOf(scope, report.leadUnitId))
}

export const registerOf = async (
  db: Reader,
  actor: Actor,
  planId: string,
  today: string,
  onItsWay: OnItsWay,
): Promise<Result<ReplyOf<typeof showRegister>, Refusal>> => {
  const plan = await issuedPlan(db, planId)
  if (plan === null || plan.kind !== 'appraisalPlan') return refuse('platform.notFound')
  const rows = visibleRows(actor, plan, await reportsOfPlan(db, planId))
  if (rows.length === 0 && !seesResultsOf(resultsVisibleTo(actor), plan.ownerUnitId)) return refuse('platform.notFound')
  const named = await authorsNamed(db, authorsIn(rows))
  const names = await unitNames(
    db,
    rows.map(({ report }) => report.leadUnitId),
  )
  const { reported, owed, returned, complete } = registerSummary(
    rows.map(({ report }) => report),
    today,
  )
  const presented: Row[] = []
  for (const row of rows) presented.push(await presentRow(db, actor, plan, row, named, names, today, onItsWay))
  return ok({ summary: { reported, owed, returned, complete }, rows: presented })
}

export const leadReportOf = async (
  db: Reader,
  actor: Actor,
  reportId: string,
  today: string,
  onItsWay: OnItsWay,
): Promise<Result<ReplyOf<typeof showLeadReport>, Refusal>> => {
  const found = await reportById(db, reportId)
  const plan = found && (await issuedPlan(db, found.row.plan_id))
  if (!found?.row.asked || !plan || visibleRows(actor, plan, [found]).length === 0) return refuse('platform.notFound')
  const { report } = found
  const items = expectedScores(plan.content, report.leadUnitId)
  const named = await authorsNamed(db, authorsIn([found]))
  const names = await unitNames(db, [report.leadUnitId, ...items.map(({ unitId }) => unitId)])
  const given = new Map(
    (currentReport(report)?.scores ?? []).map((score) => [`${score.leafKey}\n${score.unitId}`, score]),
  )
  return ok({
    ...(await presentRow(db, actor, plan, found, named, names, today, onItsWay)),
    planId: plan.planId,
    planTitle: plan.title,
    items: items.map(({ leafKey, unitId, fullMark }) => ({
      leafKey,
      leafName: nodeByKey(plan.content, leafKey)?.name ?? leafKey,
      unitId,
      unitName: names.get(unitId) ?? '',
      fullMark,
      points: given.get(`${leafKey}\n${unitId}`)?.points ?? null,
    })),
    versions: report.versions.map((version) => presentVersion(report, version, named)),
  })
}
