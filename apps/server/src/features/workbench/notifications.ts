import { sql } from 'kysely'
import type { Database, Reader } from '../../platform/database/database.ts'
import type {} from '../../platform/database/tables.ts'

interface Page {
  readonly page: number
  readonly size: number
  readonly unread?: 'yes' | undefined
}

/** Only the person's own: the id comes from the session. */
export const notificationsOf = async (db: Reader, personId: string, { page, size, unread }: Page) => {
  let found = db.selectFrom('notification').where('person_id', '=', personId)
  if (unread !== undefined) found = found.where('read_at', 'is', null)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      code: row.code,
      params: row.params,
      link: row.link,
      readAt: row.read_at?.toISOString() ?? null,
    })),
  }
}

export const unreadOf = async (db: Reader, personId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('notification')
    .select(sql<number>`count(*)`.as('count'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Marks the given ones, or all; those of others are left as they are. The first reading counts. */
export const readBy = async (
  db: Database,
  personId: string,
  ids: readonly string[] | undefined,
  at: Date,
): Promise<void> => {
  let marked = db
    .updateTable('notification')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
  if (ids !== undefined) {
    if (ids.length === 0) return
    marked = marked.where('id', 'in', [...ids])
  }
  await marked.execute()
}
