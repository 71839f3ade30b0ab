import { type AskedBurden, askedByAll } from '@quanheng/domain/burden/asked'
import { type MeasuredBurden, minutesAtWork, noBurden } from '@quanheng/domain/burden/measured'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { issuedPlan } from '../plan/index.ts'

export type Burden = AskedBurden & MeasuredBurden

interface CountedPlan {
  readonly planId: string
  readonly title: string
  readonly content: PlanContent
}

/** The plan in force and, of a year plan, those in force under it. */
const countedPlans = async (db: Reader, planId: string): Promise<readonly CountedPlan[]> => {
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where((where) => where.or([where('id', '=', planId), where('parent_plan_id', '=', planId)]))
    .where('issued_number', 'is not', null)
    .orderBy('kind')
    .orderBy('id')
    .execute()
  const plans = await Promise.all(rows.map(({ id }) => issuedPlan(db, id)))
  return plans.flatMap((plan) =>
    plan === null ? [] : [{ planId: plan.planId, title: plan.content.title, content: plan.content }],
  )
}

type Counts = ReadonlyMap<string, Partial<MeasuredBurden>>

const byUnit = <Row extends { readonly unitId: string }>(rows: readonly Row[]): Counts =>
  new Map(rows.map((row) => [row.unitId, row]))

const figuresOf = async (db: Reader, planIds: readonly string[]): Promise<Counts> => {
  const { rows } = await sql<{ unitId: string; figures: number; repeats: number }>`
    SELECT datum.asked_unit_id AS "unitId", count(DISTINCT datum.id)::int AS figures,
      (count(*) - count(DISTINCT datum.id))::int AS repeats
    FROM datum JOIN datum_version version ON version.datum_id = datum.id
    WHERE datum.plan_id = ANY(${planIds}::uuid[]) AND version.stage = 'reported' GROUP BY 1`.execute(db)
  return byUnit(rows)
}

const filesOf = async (db: Reader, planIds: readonly string[]): Promise<Counts> => {
  const { rows } = await sql<{ unitId: string; files: number; reused: number }>`
    SELECT unit_id AS "unitId", count(*) FILTER (WHERE reuses IS NULL)::int AS files,
      count(*) FILTER (WHERE reuses IS NOT NULL)::int AS reused
    FROM evidence WHERE plan_id = ANY(${planIds}::uuid[]) GROUP BY 1`.execute(db)
  return byUnit(rows)
}

const visitsOf = async (db: Reader, planIds: readonly string[]): Promise<Counts> => {
  const { rows } = await sql<{ unitId: string; visits: number }>`
    SELECT visit_record.unit_id AS "unitId", count(DISTINCT visit_record.visited_on)::int AS visits
    FROM visit_record JOIN verification ON verification.id = visit_record.verification_id
    WHERE verification.plan_id = ANY(${planIds}::uuid[]) GROUP BY 1`.execute(db)
  return byUnit(rows)
}

/** Of each body, from the acts of its people on figures and evidence of these plans. */
const minutesOf = async (db: Reader, planIds: readonly string[]): Promise<Counts> => {
  const { rows } = await sql<{ unitId: string; personId: string; at: Date }>`
    WITH subject AS (
      SELECT id FROM datum WHERE plan_id = ANY(${planIds}::uuid[])
      UNION ALL SELECT id FROM evidence WHERE plan_id = ANY(${planIds}::uuid[])
    )
    SELECT DISTINCT post.unit_id AS "unitId", act.person_id AS "personId", act.at, act.seq
    FROM subject JOIN act ON act.subjects @> ARRAY[subject.id] JOIN post ON post.id = act.post_id
    WHERE EXISTS (SELECT 1 FROM datum WHERE datum.plan_id = ANY(${planIds}::uuid[]) AND datum.asked_unit_id = post.unit_id)
    ORDER BY post.unit_id, act.person_id, act.seq`.execute(db)
  const minutes = new Map<string, number>()
  for (const [key, acts] of Map.groupBy(rows, ({ unitId, personId }) => `${unitId} ${personId}`)) {
    const unitId = key.slice(0, key.indexOf(' '))
    minutes.set(unitId, (minutes.get(unitId) ?? 0) + minutesAtWork(acts.map(({ at }) => new Date(at))))
  }
  return new Map([...minutes].map(([unitId, of]) => [unitId, { minutes: of }]))
}

/** What the plan, with those under it, asks of each body, and what it took so far. Unscoped; empty before the first issue. */
export const burdenOf = async (
  db: Reader,
  planId: string,
): Promise<{ readonly plans: readonly CountedPlan[]; readonly rows: readonly Burden[] }> => {
  const plans = await countedPlans(db, planId)
  const ids = plans.map((plan) => plan.planId)
  const asked = askedByAll(plans.map(({ content }) => content))
  const measured = await Promise.all([figuresOf(db, ids), filesOf(db, ids), visitsOf(db, ids), minutesOf(db, ids)])
  const rows = asked.map((one) =>
    Object.assign({ ...one, ...noBurden(one.unitId) }, ...measured.map((counts) => counts.get(one.unitId) ?? {})),
  )
  return { plans, rows }
}
