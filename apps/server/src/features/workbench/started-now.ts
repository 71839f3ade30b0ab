import type { ReplyOf } from '@quanheng/contract/route'
import type { listStarted } from '@quanheng/contract/workbench'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { approvalIsVisible, approvalsVisibleTo } from '../approval/index.ts'
import { dataVisibleTo } from '../collection/index.ts'
import { issuedPlan, planIsVisible, plansVisibleTo } from '../plan/index.ts'
import { paperOfResult } from '../result/index.ts'
import { sheetIsVisible, sheetsVisibleTo } from '../scoring/index.ts'

export type StartedNoun = ReplyOf<typeof listStarted>['rows'][number]['noun']

interface Standing {
  readonly id: string
  readonly object: string
  readonly within: string | null
  readonly state: string
  readonly link: string
}

/** Where objects of one noun stand, of those that this person may see today. */
type StandingOf = (db: Reader, actor: Actor, ids: string[]) => Promise<readonly Standing[]>

/** Each plan once, however many of its objects are listed. */
const plansOf = async (db: Reader, rows: readonly { readonly plan_id: string }[]) => {
  const ids = [...new Set(rows.map(({ plan_id }) => plan_id))]
  return new Map(await Promise.all(ids.map(async (id) => [id, await issuedPlan(db, id)] as const)))
}

const ofPlans: StandingOf = async (db, actor, ids) => {
  const rows = await db
    .selectFrom('plan')
    .select(['id', 'title', 'state'])
    .where('id', 'in', ids)
    .where(planIsVisible(plansVisibleTo(actor)))
    .execute()
  return rows.map(({ id, title, state }) => ({ id, object: title, within: null, state, link: `/plans/${id}` }))
}

const ofData: StandingOf = async (db, actor, ids) => {
  const rows = await db
    .selectFrom('datum')
    .innerJoin('unit', 'unit.id', 'datum.unit_id')
    .select(['datum.id', 'datum.plan_id', 'datum.element_key', 'datum.state', 'unit.name'])
    .where('datum.id', 'in', ids)
    .where(dataVisibleTo(actor))
    .execute()
  const plans = await plansOf(db, rows)
  return rows.map(({ id, plan_id, element_key, state, name }) => {
    const plan = plans.get(plan_id)
    const element = plan?.content.dataElements.find(({ key }) => key === element_key)
    const query = new URLSearchParams({ planId: plan_id, elementKey: element_key, open: id })
    return {
      id,
      object: `${element?.name ?? element_key}（${name}）`,
      within: plan?.title ?? null,
      state,
      link: `/collection?${query}`,
    }
  })
}

interface LeafRow {
  readonly id: string
  readonly plan_id: string
  readonly leaf_name: string
  readonly state: string
}

const leafRows = (
  rows: readonly LeafRow[],
  plans: Awaited<ReturnType<typeof plansOf>>,
  folder: string,
): readonly Standing[] =>
  rows.map(({ id, plan_id, leaf_name, state }) => ({
    id,
    object: leaf_name,
    within: plans.get(plan_id)?.title ?? null,
    state,
    link: `${folder}/${id}`,
  }))

const ofSheets: StandingOf = async (db, actor, ids) => {
  const rows = await db
    .selectFrom('sheet')
    .select(['id', 'plan_id', 'leaf_name', 'state'])
    .where('id', 'in', ids)
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .execute()
  return leafRows(rows, await plansOf(db, rows), '/scoring')
}

const ofVerifications: StandingOf = async (db, actor, ids) => {
  const rows = await db
    .selectFrom('verification')
    .innerJoin('sheet', 'sheet.id', 'verification.sheet_id')
    .select(['verification.id', 'sheet.plan_id', 'sheet.leaf_name', 'verification.state'])
    .where('verification.id', 'in', ids)
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .execute()
  return leafRows(rows, await plansOf(db, rows), '/verification')
}

const ofLeadReports: StandingOf = async (db, actor, ids) => {
  const rows = await db
    .selectFrom('lead_report')
    .innerJoin('plan', 'plan.id', 'lead_report.plan_id')
    .innerJoin('unit', 'unit.id', 'lead_report.lead_unit_id')
    .select(['lead_report.id', 'plan.id as plan_id', 'plan.title', 'unit.name', 'lead_report.state'])
    .where('lead_report.id', 'in', ids)
    .where(sql<boolean>`plan.owner_unit_id = ANY(${actor.posts.map((post) => post.unitId)}::uuid[])`)
    .execute()
  return rows.map(({ id, plan_id, title, name, state }) => ({
    id,
    object: name,
    within: title,
    state,
    link: `/results/${plan_id}?report=${id}`,
  }))
}

const ofApprovals: StandingOf = async (db, actor, ids) => {
  const rows = await db
    .selectFrom('approval')
    .select(['id', 'plan_id', 'result_id', 'state'])
    .where('id', 'in', ids)
    .where(approvalIsVisible(approvalsVisibleTo(actor), 'approval'))
    .execute()
  const plans = await plansOf(db, rows)
  return Promise.all(
    rows.map(async ({ id, plan_id, result_id, state }) => ({
      id,
      object: (await paperOfResult(db, result_id))?.words.letter.title ?? '',
      within: plans.get(plan_id)?.title ?? null,
      state,
      link: `/approvals/${id}`,
    })),
  )
}

const byNoun: Readonly<Record<StartedNoun, StandingOf>> = {
  plan: ofPlans,
  datum: ofData,
  sheet: ofSheets,
  verification: ofVerifications,
  leadReport: ofLeadReports,
  approval: ofApprovals,
}

/** By id; what this person may no longer see is left out. */
export const standingOf = async (
  db: Reader,
  actor: Actor,
  started: readonly { readonly noun: StartedNoun; readonly id: string }[],
): Promise<ReadonlyMap<string, Omit<Standing, 'id'>>> => {
  const found = new Map<string, Omit<Standing, 'id'>>()
  for (const [noun, same] of Map.groupBy(started, (one) => one.noun)) {
    const ids = same.map(({ id }) => id)
    for (const { id, ...standing } of await byNoun[noun](db, actor, ids)) found.set(id, standing)
  }
  return found
}
