import type { PlanProgress } from '@quanheng/domain/cockpit/steps'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { milestoneCounts } from '../milestone/index.ts'

/** How far one plan is, and how many figures asked of units are past their day. */
export interface CountedPlan extends PlanProgress {
  readonly lateData: number
}

const many = (condition: RawBuilder<unknown>) => sql<number>`count(*) FILTER (WHERE ${condition})::int`

const counted = async (db: Reader, planIds: readonly string[], today: string) => {
  const reported = sql`state IN ('reported', 'confirmed', 'verified', 'closed')`
  const data = await db
    .selectFrom('datum')
    .select(['plan_id as planId', many(sql`true`).as('total'), many(sql`state = 'closed'`).as('done')])
    .select(many(sql`NOT ${reported} AND due < ${today}`).as('late'))
    .where('plan_id', 'in', planIds)
    .where('asked', '=', true)
    .groupBy('plan_id')
    .execute()
  const signed = sql`state IN ('signed', 'toVerify', 'verified', 'aggregated')`
  const sheets = await db
    .selectFrom('sheet')
    .select(['plan_id as planId', many(sql`true`).as('total'), many(signed).as('signed')])
    .select(many(sql`${signed} AND verification->>'kind' IN ('waived', 'closed')`).as('verified'))
    .where('plan_id', 'in', planIds)
    .groupBy('plan_id')
    .execute()
  const results = await db
    .selectFrom('result')
    .select(['plan_id as planId', many(sql`state IN ('approved', 'issued')`).as('decided')])
    .where('plan_id', 'in', planIds)
    .where('state', '<>', 'voided')
    .groupBy('plan_id')
    .execute()
  return { data, sheets, results }
}

/**
 * How far each plan is. `reported` holds the plans whose report the office has. Whoever asks has been found to see the plans.
 */
export const progressOf = async (
  db: Reader,
  planIds: readonly string[],
  reported: ReadonlySet<string>,
  today: string,
): Promise<ReadonlyMap<string, CountedPlan>> => {
  const { data, sheets, results } = await counted(db, planIds, today)
  return new Map(
    planIds.map((planId) => {
      const own = <T extends { planId: string }>(rows: readonly T[]) => rows.find((row) => row.planId === planId)
      const figures = own(data)
      const papers = own(sheets)
      const result = own(results)
      const total = papers?.total ?? 0
      return [
        planId,
        {
          data: { total: figures?.total ?? 0, done: figures?.done ?? 0 },
          sheets: { total, done: papers?.signed ?? 0 },
          verified: { total, done: papers?.verified ?? 0 },
          locked: result !== undefined,
          decided: (result?.decided ?? 0) > 0,
          submitted: reported.has(planId),
          lateData: figures?.late ?? 0,
        },
      ]
    }),
  )
}

/** What nobody has answered yet under these plans, the tasks that meetings of the office have given, and what supervision found to be put right. */
export const openMatters = async (db: Reader, planIds: readonly string[], officeUnitId: string, today: string) => {
  const remarks = await db
    .selectFrom('remark')
    .select(many(sql`state = 'open'`).as('count'))
    .where('plan_id', 'in', planIds)
    .executeTakeFirstOrThrow()
  const lateEntries = await db
    .selectFrom('late_entry')
    .select(many(sql`state = 'asked'`).as('count'))
    .where('plan_id', 'in', planIds)
    .executeTakeFirstOrThrow()
  const tasks = await db
    .selectFrom('assigned_task')
    .select([many(sql`true`).as('total'), many(sql`state = 'closed'`).as('done')])
    .select(many(sql`state <> 'closed' AND due < ${today}`).as('late'))
    .where('from_unit_id', '=', officeUnitId)
    .executeTakeFirstOrThrow()
  const rectifications = await db
    .selectFrom('rectification')
    .select([many(sql`true`).as('total'), many(sql`state = 'closed'`).as('done')])
    .select(many(sql`state IN ('open', 'planned') AND due < ${today}`).as('late'))
    .where('from_unit_id', '=', officeUnitId)
    .executeTakeFirstOrThrow()
  const milestones = await milestoneCounts(db, planIds, today)
  return { remarks: remarks.count, lateEntries: lateEntries.count, tasks, rectifications, milestones }
}
