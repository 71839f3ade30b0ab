import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { listSupervisions } from '@quanheng/contract/supervision'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnSupervision } from '@quanheng/domain/workbench/next-on-supervision'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { openVisitsOf } from './act-on-supervision.ts'
import { supervisionIsVisible, supervisionVisibleTo } from './scope.ts'
import { type KeptSupervision, supervisionKeeper } from './store.ts'

type Line = ReplyOf<typeof listSupervisions>['rows'][number]

export const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** How far each order is: visits written up, items given, items closed. */
const countsOf = async (db: Reader, ids: readonly string[]) => {
  if (ids.length === 0) return () => ({ visited: 0, items: 0, closed: 0 })
  const { rows } = await sql<{ id: string; visited: number; items: number; closed: number }>`
    SELECT s.id,
      (SELECT count(*)::int FROM supervision_visit v
        WHERE v.supervision_id = s.id AND v.visited_on IS NOT NULL AND v.state <> 'dropped') AS visited,
      (SELECT count(*)::int FROM rectification r WHERE r.supervision_id = s.id) AS items,
      (SELECT count(*)::int FROM rectification r WHERE r.supervision_id = s.id AND r.state = 'closed') AS closed
    FROM supervision s WHERE s.id = ANY(${[...ids]}::uuid[])`.execute(db)
  const found = new Map(rows.map(({ id, ...counts }) => [id, counts]))
  return (id: string) => found.get(id) ?? { visited: 0, items: 0, closed: 0 }
}

/** Lines of orders in sight, in the order given. */
export const linesOf = async (db: Reader, all: readonly KeptSupervision[], actor: Actor): Promise<readonly Line[]> => {
  const ids = all.map(({ row }) => row.id)
  const counts = await countsOf(db, ids)
  const open = await openVisitsOf(db, ids)
  const names = await namesOf(db, { units: all.map(({ row }) => row.unit_id) })
  return all.map(({ row, model }): Line => {
    const act = nextOnSupervision(model, open.get(model.id) ?? 0)
    const { kind, title, from, to, unitIds } = model.content
    return {
      id: model.id,
      version: row.version,
      kind,
      state: model.state,
      title,
      unitName: names.get(model.unitId) ?? '',
      from: from === '' ? null : from,
      to: to === '' ? null : to,
      units: unitIds.length,
      ...counts(model.id),
      mine: act !== undefined && holdings(actor).some((held) => mayAct(act, held)),
    }
  })
}

const order = sql`array_position(ARRAY['toOrder', 'underWay', 'draft', 'concluded', 'cancelled'], supervision.state)`

export const list = async (
  db: Reader,
  actor: Actor,
  filter: QueryOf<typeof listSupervisions>,
): Promise<ReplyOf<typeof listSupervisions>> => {
  let found = db.selectFrom('supervision').where(supervisionIsVisible(supervisionVisibleTo(actor)))
  if (filter.kind !== undefined) found = found.where('supervision.kind', '=', filter.kind)
  if (filter.state !== undefined) found = found.where('supervision.state', '=', filter.state)
  if (filter.q !== undefined && filter.q !== '') {
    found = found.where(sql<boolean>`supervision.content ->> 'title' LIKE ${like(filter.q)}`)
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('supervision')
    .orderBy(order)
    .orderBy(sql`supervision.content ->> 'from' DESC`)
    .orderBy('supervision.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { total, rows: [...(await linesOf(db, await supervisionKeeper.complete(db, rows), actor))] }
}
