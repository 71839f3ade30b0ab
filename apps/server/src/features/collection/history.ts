import type { PostKind } from '@quanheng/domain/ability/posts'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

interface Row {
  id: string
  action: string
  at: Date
  person: string | null
  post: PostKind | null
  unit: string | null
  events: readonly { readonly datumId?: string; readonly evidenceId?: string; readonly reason?: string }[]
}

/** 操作留痕 of one object, newest first. Scope is the object's. */
export const historyOf = async (db: Reader, subject: string) => {
  const { rows } = await sql<Row>`
    SELECT act.id, act.action, act.at, act.events, person.name AS person, post.kind AS post, unit.name AS unit
    FROM act LEFT JOIN person ON person.id = act.person_id LEFT JOIN post ON post.id = act.post_id
      LEFT JOIN unit ON unit.id = post.unit_id
    WHERE act.subjects @> ARRAY[${subject}]::uuid[] ORDER BY act.seq DESC LIMIT 200`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    person: row.person ?? '',
    post: row.post,
    unitName: row.unit ?? '',
    at: row.at.toISOString(),
    reason:
      row.events.find((event) => event.reason && (event.datumId === subject || event.evidenceId === subject))?.reason ??
      null,
  }))
}
