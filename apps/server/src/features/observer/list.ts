import type { exportObserved, listObserved } from '@quanheng/contract/observed'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { rowStream } from '../../platform/database/row-stream.ts'
import { happenings } from './happenings.ts'

export type Filter = Omit<QueryOf<typeof exportObserved>, 'format'>
export type Line = ReplyOf<typeof listObserved>['rows'][number]

interface Row extends Omit<Line, 'at' | 'planId' | 'planTitle' | 'subjectId' | 'remarkState'> {
  readonly at: Date
  readonly plan_id: string
  readonly plan_title: string
  readonly subject_id: string
  readonly remark_state: Line['remarkState']
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const lines = (watched: readonly string[], { kind, q, from, to }: Filter) => {
  const wanted = [
    sql`plan.owner_unit_id = ANY(${[...watched]}::uuid[])`,
    ...(kind === undefined ? [] : [sql`found.kind = ${kind}`]),
    ...(q ? [sql`(person.name LIKE ${like(q)} OR found.subject LIKE ${like(q)})`] : []),
    ...(from === undefined ? [] : [sql`(found.at AT TIME ZONE 'Asia/Shanghai')::date >= ${from}`]),
    ...(to === undefined ? [] : [sql`(found.at AT TIME ZONE 'Asia/Shanghai')::date <= ${to}`]),
  ]
  return sql`FROM (${happenings}) found JOIN plan ON plan.id = found.plan_id
    LEFT JOIN remark ON found.noun = 'remark' AND remark.id = found.subject_id LEFT JOIN unit owner ON owner.id = plan.owner_unit_id
    LEFT JOIN person ON person.id = found.person_id LEFT JOIN unit ON unit.id = found.unit_id
    WHERE ${sql.join(wanted, sql` AND `)}`
}

const inOrder = (watched: readonly string[], filter: Filter) => sql<Row>`
    SELECT found.kind, found.id, found.at, person.name AS person, found.post, unit.name AS unit, found.plan_id, plan.title AS plan_title,
      found.noun, found.subject_id, found.subject, found.note,
      remark.state AS remark_state, CASE WHEN remark.state = 'open' THEN owner.name END AS owes
    ${lines(watched, filter)} ORDER BY found.at DESC, found.id`

const lineOf = ({ plan_id, plan_title, subject_id, remark_state, at, ...row }: Row): Line => ({
  ...row,
  at: at.toISOString(),
  planId: plan_id,
  planTitle: plan_title,
  subjectId: subject_id,
  remarkState: remark_state,
})

export const countObserved = async (db: Reader, watched: readonly string[], filter: Filter): Promise<number> => {
  const { rows } = await sql<{ total: number }>`SELECT count(*)::int AS total ${lines(watched, filter)}`.execute(db)
  return rows[0]?.total ?? 0
}

/** Lines about plans of the watched bodies, the latest first, and how many there are in all. */
export const observed = async (
  db: Reader,
  watched: readonly string[],
  filter: Filter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly rows: Line[] }> => {
  const total = await countObserved(db, watched, filter)
  const { rows } = await sql<Row>`${inOrder(watched, filter)} LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return { total, rows: rows.map(lineOf) }
}

/** The same lines, all of them, one after the other. */
export const observedStream = (db: Reader, watched: readonly string[], filter: Filter): AsyncGenerator<Line> =>
  rowStream<Row, Line>(db, inOrder(watched, filter), (rows) => rows.map(lineOf))
