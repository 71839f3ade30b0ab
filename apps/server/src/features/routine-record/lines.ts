import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { exportRoutineRecords, listRoutineRecords } from '@quanheng/contract/routine-record'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnRoutineRecord } from '@quanheng/domain/workbench/next-on-routine-record'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { recordIsVisible, recordsVisibleTo } from './scope.ts'
import { type KeptRoutineRecord, routineRecordKeeper } from './store.ts'

export type RoutineLine = ReplyOf<typeof listRoutineRecords>['rows'][number]
export type Narrowed = Omit<QueryOf<typeof exportRoutineRecords>, 'format'>

const titlesOf = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('plan')
    .select(['id', 'title'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Lines of records in the order given. */
export const recordLines = async (
  db: Reader,
  all: readonly KeptRoutineRecord[],
  actor: Actor,
  today: string,
): Promise<readonly RoutineLine[]> => {
  const titles = await titlesOf(
    db,
    all.map(({ row }) => row.plan_id),
  )
  const names = await namesOf(db, {
    units: all.flatMap(({ row }) => [row.unit_id, row.lead_unit_id]),
    sections: all.flatMap(({ row }) => row.lead_section_id ?? []),
  })
  const held = holdings(actor)
  return all.map(({ row, model }): RoutineLine => {
    const act = nextOnRoutineRecord(model, today)
    const { happenedOn, happening, source, effect, points } = model.content
    return {
      id: model.id,
      version: row.version,
      planId: model.planId,
      planTitle: titles.get(model.planId) ?? '',
      leafKey: model.leafKey,
      indicator: model.indicator,
      unitId: model.unitId,
      unitName: names.get(model.unitId) ?? '',
      leadName: [model.leadUnitId, model.leadSectionId].map((id) => names.get(id ?? '') ?? '').join(''),
      happenedOn,
      happening,
      source,
      effect,
      points: points ?? null,
      state: model.state,
      viewUntil: model.standing.told?.viewUntil ?? null,
      mine: act !== undefined && held.some((post) => mayAct(act, post)),
    }
  })
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const narrowedRows = (
  db: Reader,
  actor: Actor,
  { q = '', planId, unitId, leafKey, effect, state, from, to }: Narrowed,
) => {
  let found = db
    .selectFrom('routine_record')
    .innerJoin('unit', 'unit.id', 'routine_record.unit_id')
    .where(recordIsVisible(recordsVisibleTo(actor)))
  if (planId !== undefined) found = found.where('routine_record.plan_id', '=', planId)
  if (unitId !== undefined) found = found.where('routine_record.unit_id', '=', unitId)
  if (leafKey !== undefined) found = found.where('routine_record.leaf_key', '=', leafKey)
  if (effect !== undefined) found = found.where('routine_record.effect', '=', effect)
  found =
    state === undefined
      ? found.where('routine_record.state', '<>', 'withdrawn')
      : found.where('routine_record.state', '=', state)
  if (from !== undefined) found = found.where('routine_record.happened_on', '>=', from)
  if (to !== undefined) found = found.where('routine_record.happened_on', '<=', to)
  if (q === '') return found
  return found.where(
    sql<boolean>`(unit.name LIKE ${like(q)} OR routine_record.indicator LIKE ${like(q)}
      OR routine_record.content ->> 'happening' LIKE ${like(q)} OR routine_record.content ->> 'source' LIKE ${like(q)})`,
  )
}

const inOrder = (found: ReturnType<typeof narrowedRows>) =>
  found
    .selectAll('routine_record')
    .orderBy('routine_record.happened_on', 'desc')
    .orderBy('unit.sort_code')
    .orderBy('routine_record.id')

/** All in sight that the narrowing leaves, the latest fact first. */
export const allRecords = async (
  db: Reader,
  actor: Actor,
  narrowed: Narrowed,
  today: string,
): Promise<readonly RoutineLine[]> => {
  const rows = await inOrder(narrowedRows(db, actor, narrowed)).execute()
  return recordLines(db, await routineRecordKeeper.complete(db, rows), actor, today)
}

export const countRecords = async (db: Reader, actor: Actor, narrowed: Narrowed): Promise<number> => {
  const { count } = await narrowedRows(db, actor, narrowed)
    .select((make) => make.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const listed = async (
  db: Reader,
  actor: Actor,
  { page, size, ...narrowed }: QueryOf<typeof listRoutineRecords>,
  today: string,
): Promise<ReplyOf<typeof listRoutineRecords>> => {
  const rows = await inOrder(narrowedRows(db, actor, narrowed))
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const total = await countRecords(db, actor, narrowed)
  return { total, rows: [...(await recordLines(db, await routineRecordKeeper.complete(db, rows), actor, today))] }
}
