import type { countData, dataChoices, listData } from '@quanheng/contract/datum'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { elementsOf } from '@quanheng/domain/plan/collection'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { leaves } from '@quanheng/domain/plan/tree'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { rowStream } from '../../platform/database/row-stream.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { issuedPlan } from '../plan/index.ts'
import { complete, type LoadedDatum } from './datum-store.ts'
import { dataVisibleTo, dueDay, waitsFor } from './scope.ts'
import { type DatumReply, replyRows } from './show-datum.ts'
import type { DatumRow } from './tables.ts'
import { usesLeaf } from './uses-leaf.ts'

export type DataFilter = Omit<QueryOf<typeof listData>, 'page' | 'size'>

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Elements whose own name, or the name of an indicator that uses them, holds the words. */
const elementsNamed = (content: PlanContent, q: string): readonly string[] => {
  const byLeaf = leaves(content).filter((leaf) => leaf.name.includes(q))
  return [
    ...content.dataElements.filter((element) => element.name.includes(q)).map((element) => element.key),
    ...byLeaf.flatMap((leaf) => elementsOf(content, leaf.key)),
  ]
}

const plansSeen = async (db: Reader, actor: Actor): Promise<readonly string[]> => {
  const rows = await db.selectFrom('datum').select('plan_id').distinct().where(dataVisibleTo(actor)).execute()
  return rows.map((row) => row.plan_id)
}

/** Names stand in the plans, not in the rows: the words are turned into the keys they mean, plan by plan. */
const named = async (db: Reader, actor: Actor, q: string): Promise<RawBuilder<boolean>> => {
  const plans: string[] = []
  const keys: string[] = []
  for (const planId of await plansSeen(db, actor)) {
    const plan = await issuedPlan(db, planId)
    for (const key of plan === null ? [] : elementsNamed(plan.content, q)) {
      plans.push(planId)
      keys.push(key)
    }
  }
  return sql<boolean>`(datum.unit_id IN (SELECT id FROM unit WHERE name LIKE ${like(q)} OR short_name LIKE ${like(q)}) OR
    (datum.plan_id, datum.element_key) IN (SELECT * FROM unnest(${plans}::uuid[], ${keys}::text[])))`
}

const overdue = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(datum.state IN ('notReported', 'drafting', 'returned') AND ${dueDay} < ${today})`

const filtered = async (db: Reader, actor: Actor, filter: DataFilter) => {
  let found = db
    .selectFrom('datum')
    .leftJoin('datum_version as last', (join) =>
      join.onRef('last.datum_id', '=', 'datum.id').onRef('last.number', '=', 'datum.last_number'),
    )
    .where(dataVisibleTo(actor))
  if (filter.planId !== undefined) found = found.where('datum.plan_id', '=', filter.planId)
  if (filter.leafKey !== undefined) found = found.where(usesLeaf(filter.leafKey))
  if (filter.elementKey !== undefined) found = found.where('datum.element_key', '=', filter.elementKey)
  if (filter.unitId !== undefined) found = found.where('datum.unit_id', '=', filter.unitId)
  if (filter.state !== undefined) found = found.where('datum.state', '=', filter.state)
  if (filter.source !== undefined) found = found.where(sql<boolean>`datum.source->>'kind' = ${filter.source}`)
  const q = filter.q?.trim()
  if (q !== undefined && q !== '') found = found.where(await named(db, actor, q))
  return found
}

const orders: Readonly<Record<string, RawBuilder<unknown>>> = {
  due: dueDay,
  unit: sql`subject.sort_code`,
  state: sql`datum.state`,
  element: sql`datum.element_key`,
  received: sql`last.received_on`,
}

const orderOf = (sort: string | undefined): RawBuilder<unknown> => {
  const order = orders[sort?.replace(/^-/, '') ?? '']
  const usual = sql`datum.due, datum.plan_id, datum.element_key, subject.sort_code, datum.id`
  if (order === undefined) return usual
  return sort?.startsWith('-') ? sql`${order} DESC NULLS LAST, ${usual}` : sql`${order}, ${usual}`
}

const narrowed = async (db: Reader, actor: Actor, filter: DataFilter, today: string) => {
  let found = await filtered(db, actor, filter)
  if (filter.turn !== undefined) found = found.where(waitsFor(actor, filter.turn))
  return filter.overdue === undefined ? found : found.where(overdue(today))
}

const inOrder = async (db: Reader, actor: Actor, filter: DataFilter, today: string) =>
  (await narrowed(db, actor, filter, today))
    .innerJoin('unit as subject', 'subject.id', 'datum.unit_id')
    .selectAll('datum')
    .orderBy(orderOf(filter.sort))

/** The whole filtered set up to a limit, in the order of the list: for workbooks. */
export const findData = async (
  db: Reader,
  actor: Actor,
  filter: DataFilter,
  today: string,
  limit: number,
): Promise<readonly LoadedDatum[]> => {
  const found = await inOrder(db, actor, filter, today)
  return complete(db, await found.limit(limit).execute())
}

/** The whole filtered set as the list shows it, read while it is taken. */
export const dataStream = async (
  db: Reader,
  actor: Actor,
  filter: DataFilter,
  today: string,
): Promise<AsyncGenerator<DatumReply>> =>
  rowStream<DatumRow, DatumReply>(db, await inOrder(db, actor, filter, today), async (rows, tx) =>
    replyRows(tx, actor, await complete(tx, rows), today),
  )

/** How many data this person sees in all. */
export const dataInSight = async (db: Reader, actor: Actor): Promise<number> => {
  const { total } = await (await filtered(db, actor, {}))
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

export const list = async (
  db: Reader,
  actor: Actor,
  query: QueryOf<typeof listData>,
  today: string,
): Promise<ReplyOf<typeof listData>> => {
  const { page, size, ...filter } = query
  const found = await narrowed(db, actor, filter, today)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ordered = await inOrder(db, actor, filter, today)
  const rows = await ordered
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total, rows: [...(await replyRows(db, actor, await complete(db, rows), today))] }
}

/** Apart from the list: they stay the same from page to page, and go over everything that a person may see. */
export const countsOf = async (
  db: Reader,
  actor: Actor,
  filter: QueryOf<typeof countData>,
  today: string,
): Promise<ReplyOf<typeof countData>> => {
  const count = (condition: RawBuilder<boolean>) => sql<number>`count(*) FILTER (WHERE ${condition})`
  return (await filtered(db, actor, filter))
    .select([
      count(waitsFor(actor, 'report')).as('report'),
      count(waitsFor(actor, 'confirm')).as('confirm'),
      count(waitsFor(actor, 'close')).as('close'),
      count(overdue(today)).as('overdue'),
    ])
    .executeTakeFirstOrThrow()
}

export const choices = async (db: Reader, actor: Actor): Promise<ReplyOf<typeof dataChoices>> => {
  const pairs = await db
    .selectFrom('datum')
    .select(['plan_id', sql<string>`unnest(leaf_keys)`.as('leaf_key')])
    .distinct()
    .where(dataVisibleTo(actor))
    .execute()
  const plans: ReplyOf<typeof dataChoices>['plans'] = []
  for (const [planId, rows] of Map.groupBy(pairs, (row) => row.plan_id)) {
    const plan = await issuedPlan(db, planId)
    if (plan === null) continue
    const used = new Set(rows.map((row) => row.leaf_key))
    const own = leaves(plan.content).filter((leaf) => used.has(leaf.key))
    plans.push({ id: planId, title: plan.title, leaves: own.map(({ key, name }) => ({ key, name })) })
  }
  const units = await db
    .selectFrom('datum')
    .innerJoin('unit', 'unit.id', 'datum.unit_id')
    .select(['unit.id', 'unit.name', 'unit.sort_code'])
    .distinct()
    .where(dataVisibleTo(actor))
    .orderBy('unit.sort_code')
    .orderBy('unit.id')
    .execute()
  return { plans, units: units.map(({ id, name }) => ({ id, name })) }
}
