import type { exportRectifications, listRectifications } from '@quanheng/contract/rectification'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnRectification } from '@quanheng/domain/workbench/next-on-supervision'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { workCalendar } from '../calendar/index.ts'
import { namesOf } from '../scoring/index.ts'
import { daysLate, ticketToday } from './late.ts'
import { like } from './list.ts'
import { itemIsVisible, itemsVisibleTo } from './scope.ts'
import { itemKeeper, type KeptItem } from './store.ts'

export type ItemLine = ReplyOf<typeof listRectifications>['rows'][number]
export type Narrowed = Omit<QueryOf<typeof exportRectifications>, 'format'>

/** Titles of the orders that items come from; whoever sees an item may know under which order it was found. */
const titlesOf = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('supervision')
    .select(['id', 'content'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, content }) => [id, content.title]))
}

/** Lines of items in the order given. */
export const itemLines = async (
  db: Reader,
  all: readonly KeptItem[],
  actor: Actor,
  today: string,
): Promise<readonly ItemLine[]> => {
  const calendar = await workCalendar(db)
  const titles = await titlesOf(
    db,
    all.map(({ row }) => row.supervision_id),
  )
  const names = await namesOf(db, { units: all.map(({ row }) => row.unit_id) })
  const held = holdings(actor)
  return all.map(({ row, model: item }): ItemLine => {
    const act = nextOnRectification(item)
    const { subject, words, seriousness, times, noticedOn } = item.demand
    return {
      id: item.id,
      version: row.version,
      state: item.state,
      ticket: ticketToday(item, calendar, today),
      unitName: names.get(item.unitId) ?? '',
      subject,
      words,
      seriousness,
      times,
      noticedOn,
      due: item.due,
      daysLate: daysLate(item, calendar, today),
      returned: item.standing.returned,
      supervisionTitle: titles.get(item.supervisionId) ?? '',
      mine: act !== undefined && held.some((post) => mayAct(act, post)),
    }
  })
}

/** All items in sight that the narrowing leaves, the open ones first by their day. The colour of a ticket is counted, so it is narrowed here. */
export const allItems = async (
  db: Reader,
  actor: Actor,
  { q = '', state, ticket, late, again, supervisionId }: Narrowed,
  today: string,
): Promise<readonly ItemLine[]> => {
  let found = db
    .selectFrom('rectification')
    .innerJoin('unit', 'unit.id', 'rectification.unit_id')
    .where(itemIsVisible(itemsVisibleTo(actor)))
  if (state !== undefined) found = found.where('rectification.state', '=', state)
  if (supervisionId !== undefined) found = found.where('rectification.supervision_id', '=', supervisionId)
  if (again !== undefined) found = found.where(sql<boolean>`(rectification.demand ->> 'times')::int > 1`)
  if (q !== '') {
    found = found.where(
      sql<boolean>`(unit.name LIKE ${like(q)} OR rectification.subject LIKE ${like(q)} OR rectification.demand ->> 'words' LIKE ${like(q)})`,
    )
  }
  const rows = await found
    .selectAll('rectification')
    .orderBy(sql`array_position(ARRAY['reported', 'open', 'planned', 'closed'], rectification.state)`)
    .orderBy('rectification.due')
    .orderBy('rectification.id')
    .execute()
  const lines = await itemLines(db, await itemKeeper.complete(db, rows), actor, today)
  return lines.filter(
    (line) => (ticket === undefined || line.ticket === ticket) && (late === undefined || line.daysLate > 0),
  )
}

export const listItems = async (
  db: Reader,
  actor: Actor,
  { page, size, ...narrowed }: QueryOf<typeof listRectifications>,
  today: string,
): Promise<ReplyOf<typeof listRectifications>> => {
  const lines = await allItems(db, actor, narrowed, today)
  return { total: lines.length, rows: lines.slice((page - 1) * size, page * size) }
}
