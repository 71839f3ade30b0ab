import type { showCockpit } from '@quanheng/contract/cockpit'
import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import { distribution, gradeCounts, groupStandings, movements } from '@quanheng/domain/cockpit/standing'
import { type Progress, yearSteps } from '@quanheng/domain/cockpit/steps'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Database, Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { workCalendar } from '../calendar/index.ts'
import { issuedPlan, type PlanHeader, planHeaders, plansVisibleTo } from '../plan/index.ts'
import { type FrozenRun, runsBefore, totalsShownTo } from '../result/index.ts'
import { type CountedPlan, openMatters, progressOf } from './progress.ts'

type Reply = ReplyOf<typeof showCockpit>
type Year = NonNullable<Reply['year']>

interface Moment {
  readonly now: Date
  readonly today: string
}

const standingOf = async (db: Reader, found: FrozenRun): Promise<NonNullable<Year['standing']>> => {
  const { result, run } = found
  const [before] = await runsBefore(db, found, run.plan.year)
  const groups = groupStandings(run)
  return {
    resultId: result.id,
    runDigest: result.runDigest,
    frozenAt: result.frozenAt,
    state: result.state === 'voided' ? 'aggregated' : result.state,
    units: run.units.length,
    counted: groups.reduce((all, { counted }) => all + counted, 0),
    groups: [...groups],
    distribution: [...distribution(run)],
    grades: [...gradeCounts(run)],
    before: before?.plan.year ?? null,
    ...movedSince(run, before),
  }
}

const movedSince = (...[run, before]: Parameters<typeof movements>) => {
  const { risen, fallen } = movements(run, before)
  return { risen: [...risen], fallen: [...fallen] }
}

/** The register of lead units' reports of a year plan. */
const reportsIn = async (db: Reader, planId: string, today: string) => {
  const rows = await db
    .selectFrom('lead_report')
    .select(['lead_unit_id', 'state', 'due'])
    .where('plan_id', '=', planId)
    .where('asked', '=', true)
    .execute()
  const reported = rows.filter(({ state }) => state === 'reported')
  return {
    units: new Set(reported.map((row) => row.lead_unit_id)),
    total: rows.length,
    done: reported.length,
    late: rows.filter(({ state, due }) => state !== 'reported' && due < today).length,
  }
}

const summed = (plans: readonly CountedPlan[], part: 'data' | 'sheets' | 'verified'): Progress => ({
  total: plans.reduce((all, plan) => all + plan[part].total, 0),
  done: plans.reduce((all, plan) => all + plan[part].done, 0),
})

const yearOf = async (
  db: Database,
  actor: Actor,
  plan: PlanHeader,
  under: readonly PlanHeader[],
  { now, today }: Moment,
): Promise<Year> => {
  const { units, ...reports } = await reportsIn(db, plan.planId, today)
  const ids = [plan, ...under].map(({ planId }) => planId)
  const reported = new Set(under.filter(({ ownerUnitId }) => units.has(ownerUnitId)).map(({ planId }) => planId))
  const progress = await progressOf(db, ids, reported, today)
  const counted = [...progress.values()]
  const data = summed(counted, 'data')
  const sheets = summed(counted, 'sheets')
  const verified = summed(counted, 'verified')
  const submitted = reports.total > 0 && reports.done === reports.total
  const totals = await totalsShownTo(db, actor, plan.planId, now)
  const stepsOf = async ({ planId }: PlanHeader) => (await issuedPlan(db, planId))?.content.steps ?? []
  const ofPlan = async (header: PlanHeader) => {
    const own = progress.get(header.planId)
    if (own === undefined) return []
    const whole = header === plan ? { ...own, data, sheets, verified, submitted } : own
    return [{ steps: await stepsOf(header), progress: whole }]
  }
  const steps = (await Promise.all([plan, ...under].map(ofPlan))).flat()
  return {
    planId: plan.planId,
    title: plan.title,
    steps: [...yearSteps(steps, await workCalendar(db), today)],
    data: { ...data, late: counted.reduce((all, { lateData }) => all + lateData, 0) },
    sheets,
    verified,
    reports,
    open: await openMatters(db, ids, plan.ownerUnitId, today),
    totals: typeof totals === 'string' ? totals : 'shown',
    standing: typeof totals === 'string' ? null : await standingOf(db, totals),
  }
}

/** One screen over a year plan, the newest where none is named. */
export const cockpitOf = async (
  db: Database,
  actor: Actor,
  planId: string | undefined,
  moment: Moment,
): Promise<Result<Reply, Refusal>> => {
  const headers = await planHeaders(db, plansVisibleTo(actor), { issuedOnly: true })
  const years = headers.filter(({ kind }) => kind === 'appraisalPlan')
  const chosen = planId === undefined ? years[0] : years.find((header) => header.planId === planId)
  if (planId !== undefined && chosen === undefined) return refuse('platform.notFound')
  const under = headers.filter(({ parentPlanId }) => parentPlanId !== null && parentPlanId === chosen?.planId)
  return ok({
    asOf: moment.now.toISOString(),
    plans: years.map(({ planId: id, title, year }) => ({ planId: id, title, year })),
    year: chosen ? await yearOf(db, actor, chosen, under, moment) : null,
  })
}
