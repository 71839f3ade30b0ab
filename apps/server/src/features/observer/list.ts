import type { exportObserved, listObserved } from '@quanheng/contract/observed'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { happenings } from './happenings.ts'

type Filter = QueryOf<typeof exportObserved>
type Line = ReplyOf<typeof listObserved>['rows'][number]

interface Row extends Omit<Line, 'at' | 'planId' | 'planTitle' | 'subjectId'> {
  readonly at: Date
  readonly plan_id: string
  readonly plan_title: string
  readonly subject_id: string
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Lines about plans of the watched bodies, the latest first, and how many there are in all. */
export const observed = async (
  db: Reader,
  watched: readonly string[],
  { kind, q, from, to }: Filter,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<{ readonly total: number; readonly rows: Line[] }> => {
  const wanted = [
    sql`plan.owner_unit_id = ANY(${[...watched]}::uuid[])`,
    ...(kind === undefined ? [] : [sql`found.kind = ${kind}`]),
    ...(q ? [sql`(person.name LIKE ${like(q)} OR found.subject LIKE ${like(q)})`] : []),
    ...(from === undefined ? [] : [sql`(found.at AT TIME ZONE 'Asia/Shanghai')::date >= ${from}`]),
    ...(to === undefined ? [] : [sql`(found.at AT TIME ZONE 'Asia/Shanghai')::date <= ${to}`]),
  ]
  const lines = sql`FROM (${happenings}) found JOIN plan ON plan.id = found.plan_id
    LEFT JOIN person ON person.id = found.person_id LEFT JOIN unit ON unit.id = found.unit_id
    WHERE ${sql.join(wanted, sql` AND `)}`
  const counted = await sql<{ total: number }>`SELECT count(*)::int AS total ${lines}`.execute(db)
  const { rows } = await sql<Row>`
    SELECT found.kind, found.id, found.at, person.name AS person, found.post, unit.name AS unit, found.plan_id, plan.title AS plan_title,
      found.noun, found.subject_id, found.subject, found.note
    ${lines} ORDER BY found.at DESC, found.id LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return {
    total: counted.rows[0]?.total ?? 0,
    rows: rows.map(({ plan_id, plan_title, subject_id, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      planId: plan_id,
      planTitle: plan_title,
      subjectId: subject_id,
    })),
  }
}
