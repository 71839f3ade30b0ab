import type { actEntry } from '@quanheng/contract/sheet'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import type { StoredEvent } from '../../platform/database/tables.ts'

type Entry = z.infer<typeof actEntry>

interface Row {
  id: string
  action: string
  at: Date
  person: string | null
  post: PostKind | null
  unit_name: string | null
  events: readonly StoredEvent[]
  leaf: number | null
}

const reasonOf = (events: readonly StoredEvent[]): string | null => {
  const said = events.find((event) => typeof event.reason === 'string')
  return said === undefined ? null : String(said.reason)
}

/** 操作留痕 of some objects, newest first: who, under which post, when, what and why. The objects' scope is the caller's. */
export const historyOf = async (db: Reader, subjectIds: readonly string[], limit = 100): Promise<Entry[]> => {
  if (subjectIds.length === 0) return []
  const { rows } = await sql<Row>`
    SELECT act.id, act.action, act.at, person.name AS person, post.kind AS post, unit.name AS unit_name, act.events,
      tree_entry.position AS leaf
    FROM act LEFT JOIN person ON person.id = act.person_id LEFT JOIN post ON post.id = act.post_id
      LEFT JOIN unit ON unit.id = post.unit_id LEFT JOIN tree_entry ON tree_entry.act_id = act.id
    WHERE act.subjects && ${[...subjectIds]}::uuid[] ORDER BY act.seq DESC LIMIT ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    person: row.person ?? '',
    post: row.post,
    unitName: row.unit_name ?? '',
    at: row.at.toISOString(),
    reason: reasonOf(row.events),
    leaf: row.leaf,
  }))
}
