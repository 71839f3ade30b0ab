import { registerSummary } from '@quanheng/domain/report/completeness'
import { mayAct, type NextAct } from '@quanheng/domain/workbench/next-act'
import { nextOnLeadReport } from '@quanheng/domain/workbench/next-on-lead-report'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { holdings, type Owed, type OwedProvider, type Task, type TaskProvider } from '../../platform/work/task.ts'
import { sayUrging } from '../../platform/work/urging.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { unitNames } from './names.ts'
import { peopleForReport } from './people.ts'
import { type LoadedReport, reportsOfPlan } from './report-store.ts'
import { carryingPosts } from './scope.ts'

const plansOfKind = async (db: Reader, kind: IssuedPlan['kind'], unitIds: readonly string[]) => {
  if (unitIds.length === 0) return []
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where('kind', '=', kind)
    .where('issued_number', 'is not', null)
    .where('owner_unit_id', 'in', [...unitIds])
    .orderBy('id')
    .execute()
  const plans = await Promise.all(rows.map(({ id }) => issuedPlan(db, id)))
  return plans.filter((plan) => plan !== null)
}

interface Line {
  readonly plan: IssuedPlan
  readonly loaded: LoadedReport
  readonly act: NextAct
  readonly lead: string
}

const openLines = async (db: Reader, plan: IssuedPlan): Promise<readonly Line[]> => {
  const reports = await reportsOfPlan(db, plan.planId)
  const names = await unitNames(
    db,
    reports.map(({ report }) => report.leadUnitId),
  )
  return reports.flatMap((loaded) => {
    const next = nextOnLeadReport(loaded.report)
    const act = next && { ...next, unitId: next.unitId ?? plan.ownerUnitId }
    return act ? [{ plan, loaded, act, lead: names.get(loaded.report.leadUnitId) ?? '' }] : []
  })
}

/** Paper reports that wait for the office's second person. */
const toConfirm = async (db: Reader, actor: Actor, plan: IssuedPlan): Promise<readonly Task[]> => {
  const held = holdings(actor)
  const lines = await openLines(db, plan)
  return lines
    .filter(({ act }) => act.verb === 'confirmPaper' && held.some((post) => mayAct(act, post)))
    .map(({ act, lead }) => ({
      noun: 'leadReport',
      id: act.id,
      verb: act.verb,
      object: `${lead}评分报告`,
      within: plan.title,
      from: lead,
      due: act.due,
      link: `/results/${plan.planId}?report=${act.id}`,
    }))
}

const hasStanding = async (db: Reader, planId: string): Promise<boolean> =>
  (await db
    .selectFrom('result')
    .select('id')
    .where('plan_id', '=', planId)
    .where('state', '<>', 'voided')
    .executeTakeFirst()) !== undefined

const freezeTask = (plan: IssuedPlan, noun: 'sheet' | 'leadReport'): Task => ({
  noun,
  id: `${plan.planId}/freeze`,
  verb: 'aggregate',
  object: plan.title,
  link: `/results/${plan.planId}`,
})

/** A complete register waits for the office to lock the totals. */
const totalsToFreeze = async (db: Reader, actor: Actor, plan: IssuedPlan, today: string): Promise<readonly Task[]> => {
  if (carryingPosts(postsFor(actor, 'result.freeze'), plan).length === 0) return []
  const reports = await reportsOfPlan(db, plan.planId)
  const summary = registerSummary(
    reports.map(({ report }) => report),
    today,
  )
  return summary.complete && !(await hasStanding(db, plan.planId)) ? [freezeTask(plan, 'leadReport')] : []
}

/** A lead unit whose sheets are all verified waits for its locked version. */
const scoresToFreeze = async (db: Reader, actor: Actor, plan: IssuedPlan): Promise<readonly Task[]> => {
  if (carryingPosts(postsFor(actor, 'result.freeze'), plan).length === 0) return []
  const sheets = await db
    .selectFrom('sheet')
    .select('state')
    .where('plan_id', '=', plan.planId)
    .where(({ fn, eb }) => eb(fn<number>('cardinality', ['unit_ids']), '>', 0))
    .execute()
  const ready = sheets.some(({ state }) => state === 'verified')
  const open = sheets.some(({ state }) => state !== 'verified' && state !== 'aggregated')
  return ready && !open ? [freezeTask(plan, 'sheet')] : []
}

/** 待办 of aggregation: paper reports to check, scores and totals to lock. What a lead unit sends goes through its own chain. */
export const reportTasksOf: TaskProvider = async (db, actor, { today }) => {
  const unitIds = [...new Set(postsFor(actor, 'result.read').map((post) => post.unitId))]
  const tasks: Task[] = []
  for (const plan of await plansOfKind(db, 'appraisalPlan', unitIds)) {
    tasks.push(...(await toConfirm(db, actor, plan)), ...(await totalsToFreeze(db, actor, plan, today)))
  }
  for (const plan of await plansOfKind(db, 'indicatorPlan', unitIds)) {
    tasks.push(...(await scoresToFreeze(db, actor, plan)))
  }
  return tasks
}

const reachable = async (db: Reader, act: NextAct, plan: IssuedPlan, today: string): Promise<Owed['people']> => {
  const able = await peopleForReport(db, act, plan, today)
  if (able.length === 0) return []
  const ids = able.map(({ personId }) => personId)
  const people = await db.selectFrom('person').select(['id', 'phone']).where('id', 'in', ids).execute()
  const phones = new Map(people.map(({ id, phone }) => [id, phone]))
  return able.map(({ name, post, personId }) => ({ name, post, phone: phones.get(personId) ?? null }))
}

/** 催报: lead units that owe the office their report. */
export const reportsOwed: OwedProvider = async (db, actor, { today }) => {
  const offices = [...new Set(postsFor(actor, 'leadReport.return').map((post) => post.unitId))]
  const owed: Owed[] = []
  for (const plan of await plansOfKind(db, 'appraisalPlan', offices)) {
    for (const { act, lead, loaded } of await openLines(db, plan)) {
      if (act.verb !== 'submit') continue
      const object = `${plan.year}年度指标考核评分报告`
      owed.push({
        noun: 'leadReport',
        id: act.id,
        verb: act.verb,
        body: lead,
        object,
        within: plan.title,
        due: loaded.report.due,
        people: await reachable(db, act, plan, today),
        text: sayUrging(object, loaded.report.due, today),
        link: `/results/${plan.planId}`,
      })
    }
  }
  return owed
}
