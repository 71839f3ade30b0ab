import type { listLateEntries } from '@quanheng/contract/late-entry'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { linesOf } from './present.ts'
import { lateEntryIsVisible } from './scope.ts'
import { type LoadedLateEntry, loaded } from './store.ts'

/** What waits for its answer first, by the day it is wanted; then the newest. */
const order = sql`(late_entry.state = 'asked') DESC, CASE late_entry.state WHEN 'asked' THEN late_entry.wanted_until END,
  late_entry.asked->>'at' DESC, late_entry.id`

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size, state, datumId, q }: QueryOf<typeof listLateEntries>,
  today: string,
): Promise<ReplyOf<typeof listLateEntries>> => {
  let found = db.selectFrom('late_entry').where(lateEntryIsVisible(actor))
  if (state !== undefined) found = found.where('late_entry.state', '=', state)
  if (datumId !== undefined) {
    found = found.where(
      sql<boolean>`EXISTS (SELECT 1 FROM datum WHERE datum.id = ${datumId} AND datum.plan_id = late_entry.plan_id
        AND datum.unit_id = late_entry.unit_id AND datum.asked_unit_id = late_entry.asked_unit_id
        AND late_entry.leaf_key = ANY(datum.leaf_keys))`,
    )
  }
  const words = q?.trim() ?? ''
  if (words !== '') {
    found = found.where(
      sql<boolean>`(late_entry.reason LIKE ${like(words)} OR EXISTS (SELECT 1 FROM unit
        WHERE unit.id IN (late_entry.unit_id, late_entry.asked_unit_id) AND unit.name LIKE ${like(words)}))`,
    )
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('late_entry')
    .orderBy(order)
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total, rows: await linesOf(db, actor, rows.map(loaded), today) }
}

/** A request within the person's scope. */
export const visibleLateEntry = async (db: Reader, actor: Actor, id: string): Promise<LoadedLateEntry | undefined> => {
  const row = await db
    .selectFrom('late_entry')
    .selectAll('late_entry')
    .where('late_entry.id', '=', id)
    .where(lateEntryIsVisible(actor))
    .executeTakeFirst()
  return row && loaded(row)
}
