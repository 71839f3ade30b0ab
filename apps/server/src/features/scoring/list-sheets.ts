import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { listSheets } from '@quanheng/contract/sheet'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { namesOf } from './names.ts'
import { presentSheet } from './present-sheet.ts'
import { readSheets } from './read-sheet.ts'
import { sheetIsVisible, sheetsVisibleTo } from './scope.ts'
import { withSignatures } from './sheet-store.ts'

type Filter = QueryOf<typeof listSheets>

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const sortable = new Map([
  ['leafName', 'sheet.leaf_name'],
  ['planTitle', 'v.title'],
  ['year', 'v.year'],
  ['state', 'sheet.state'],
])

/** What a person has to do first stands first: the order of the states is the order of the work. */
const workOrder = sql`array_position(ARRAY['returned', 'toScore', 'scored', 'awaitingHead', 'signed', 'toVerify', 'verified', 'aggregated'], sheet.state)`

const orderOf = (sort: string | undefined) => {
  const column = sortable.get(sort?.replace(/^-/, '') ?? '')
  if (column === undefined) return sql`v.year DESC, ${workOrder}, sheet.key, sheet.amends NULLS FIRST, sheet.id`
  return sql`${sql.ref(column)} ${sort?.startsWith('-') ? sql`DESC` : sql`ASC`}, sheet.key, sheet.id`
}

/** Sheets in the scope of the actor that still have rows. */
export const list = async (
  db: Reader,
  actor: Actor,
  filter: Filter,
  today: string,
): Promise<ReplyOf<typeof listSheets>> => {
  let found = db
    .selectFrom('sheet')
    .innerJoin('plan as v', 'v.id', 'sheet.plan_id')
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .where(sql<boolean>`jsonb_array_length(sheet.fallen_rows) < cardinality(sheet.unit_ids)`)
  if (filter.planId !== undefined) found = found.where('sheet.plan_id', '=', filter.planId)
  if (filter.state !== undefined) found = found.where('sheet.state', '=', filter.state)
  if (filter.q !== undefined && filter.q !== '') found = found.where('sheet.leaf_name', 'like', like(filter.q))
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('sheet')
    .orderBy(orderOf(filter.sort))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  const read = await readSheets(db, await withSignatures(db, rows), today)
  const names = await namesOf(db, {
    units: rows.map((row) => row.scorer_unit_id),
    sections: rows.flatMap((row) => (row.scorer_section_id === null ? [] : [row.scorer_section_id])),
  })
  return { total, rows: read.map((one) => presentSheet(one, actor, names)) }
}
