import type { exportMilestones, listMilestones } from '@quanheng/contract/milestone'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { WorkCalendar } from '@quanheng/domain/kernel/working-days'
import { lightRungs } from '@quanheng/domain/milestone/light'
import { expectedAmount, isShort, litOn, type Milestone } from '@quanheng/domain/milestone/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnMilestone } from '@quanheng/domain/workbench/next-on-milestone'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { workCalendar } from '../calendar/index.ts'
import { namesOf } from '../scoring/index.ts'
import { milestoneIsVisible, milestonesVisibleTo } from './scope.ts'
import { type KeptMilestone, milestoneKeeper, tellingsOf } from './store.ts'

export type MilestoneLine = ReplyOf<typeof listMilestones>['rows'][number]
export type Narrowed = Omit<QueryOf<typeof exportMilestones>, 'format'>

const titlesOf = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('plan')
    .select(['id', 'title'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Where one milestone stands today, as board and lists say it. */
export const litLine = (milestone: Milestone, calendar: WorkCalendar, today: string) => ({
  ...litOn(milestone, calendar, today),
  state: milestone.state,
  short: isShort(milestone),
})

/** Lines of milestones in the order given. */
export const milestoneLines = async (
  db: Reader,
  all: readonly KeptMilestone[],
  actor: Actor,
  today: string,
): Promise<readonly MilestoneLine[]> => {
  const calendar = await workCalendar(db)
  const rows = all.map(({ row }) => row)
  const [titles, names, tellings] = [
    await titlesOf(
      db,
      rows.map(({ plan_id }) => plan_id),
    ),
    await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) }),
    await tellingsOf(db, rows),
  ]
  const held = holdings(actor)
  return all.map(({ row, model }): MilestoneLine => {
    const act = nextOnMilestone(model)
    const { demand, standing } = model
    const told = (tellings.get(model.id) ?? []).map(({ rung }) => rung)
    return {
      ...litLine(model, calendar, today),
      id: model.id,
      version: row.version,
      planId: model.planId,
      planTitle: titles.get(model.planId) ?? '',
      indicator: demand.indicator,
      name: demand.name,
      unitName: names.get(model.unitId) ?? '',
      due: model.due,
      expected: demand.expected ?? null,
      expectedAmount: expectedAmount(demand) ?? null,
      reached: standing.report?.reached ?? null,
      measureUnit: demand.measureUnit,
      told: lightRungs.findLast((rung) => told.includes(rung)) ?? null,
      mine: act !== undefined && held.some((post) => mayAct(act, post)),
    }
  })
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** All in sight that the narrowing leaves, by their day. A light is counted and not stored, so it is narrowed here. */
export const allMilestones = async (
  db: Reader,
  actor: Actor,
  { q = '', planId, state, light, from, to }: Narrowed,
  today: string,
): Promise<readonly MilestoneLine[]> => {
  let found = db
    .selectFrom('milestone')
    .innerJoin('unit', 'unit.id', 'milestone.unit_id')
    .where(milestoneIsVisible(milestonesVisibleTo(actor)))
  if (planId !== undefined) found = found.where('milestone.plan_id', '=', planId)
  found =
    state === undefined ? found.where('milestone.state', '<>', 'dropped') : found.where('milestone.state', '=', state)
  if (from !== undefined) found = found.where('milestone.due', '>=', from)
  if (to !== undefined) found = found.where('milestone.due', '<=', to)
  if (q !== '') {
    found = found.where(
      sql<boolean>`(unit.name LIKE ${like(q)} OR milestone.demand ->> 'indicator' LIKE ${like(q)} OR milestone.demand ->> 'name' LIKE ${like(q)})`,
    )
  }
  const rows = await found
    .selectAll('milestone')
    .orderBy('milestone.due')
    .orderBy(sql`milestone.demand ->> 'indicator'`)
    .orderBy('unit.sort_code')
    .orderBy('milestone.id')
    .execute()
  const lines = await milestoneLines(db, await milestoneKeeper.complete(db, rows), actor, today)
  // What is confirmed is no longer alight, whatever day it was reported on.
  return lines.filter((line) => light === undefined || (line.light === light && line.state !== 'confirmed'))
}

export const listed = async (
  db: Reader,
  actor: Actor,
  { page, size, ...narrowed }: QueryOf<typeof listMilestones>,
  today: string,
): Promise<ReplyOf<typeof listMilestones>> => {
  const lines = await allMilestones(db, actor, narrowed, today)
  return { total: lines.length, rows: lines.slice((page - 1) * size, page * size) }
}
