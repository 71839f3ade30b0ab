import { canonicalLateEntry, type LateEntry } from '@quanheng/domain/late-entry/model'
import { sql } from 'kysely'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { LateEntryRow } from './tables.ts'

/** A request as the domain sees it, with the row it stands in. */
export interface LoadedLateEntry {
  readonly row: LateEntryRow
  readonly entry: LateEntry
}

export const loaded = (row: LateEntryRow): LoadedLateEntry => ({
  row,
  entry: {
    id: row.id,
    planId: row.plan_id,
    leafKey: row.leaf_key,
    unitId: row.unit_id,
    askedUnitId: row.asked_unit_id,
    state: row.state,
    reason: row.reason,
    wantedUntil: row.wanted_until,
    asked: row.asked,
    ...(row.decision !== null && { decision: row.decision }),
  },
})

export const lateEntryById = async (db: Reader, id: string): Promise<LoadedLateEntry | undefined> => {
  const row = await db.selectFrom('late_entry').selectAll().where('id', '=', id).executeTakeFirst()
  return row && loaded(row)
}

type Item = Pick<LateEntry, 'planId' | 'leafKey' | 'unitId' | 'askedUnitId'>

/** The request that waits already for the same figures, if there is one. */
export const waitingFor = async (tx: Tx, item: Item): Promise<LateEntry | undefined> => {
  const row = await tx
    .selectFrom('late_entry')
    .selectAll()
    .where('plan_id', '=', item.planId)
    .where('leaf_key', '=', item.leafKey)
    .where('unit_id', '=', item.unitId)
    .where('asked_unit_id', '=', item.askedUnitId)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return row && loaded(row).entry
}

/** The figures that requests are about: of the unit, under the indicator, asked of the body that asks. */
export const dataRowsOf = async (db: Reader, entries: readonly Item[]) => {
  if (entries.length === 0) return []
  const column = (read: (item: Item) => string) => entries.map(read)
  return db
    .selectFrom('datum')
    .selectAll('datum')
    .where('asked', '=', true)
    .where(
      sql<boolean>`EXISTS (SELECT 1 FROM unnest(${column((one) => one.planId)}::uuid[], ${column((one) => one.unitId)}::uuid[],
        ${column((one) => one.askedUnitId)}::uuid[], ${column((one) => one.leafKey)}::text[]) AS item (plan, unit, asked, leaf)
        WHERE item.plan = datum.plan_id AND item.unit = datum.unit_id AND item.asked = datum.asked_unit_id
          AND item.leaf = ANY(datum.leaf_keys))`,
    )
    .orderBy('datum.id')
    .execute()
}

export const lockLateEntry = async (tx: Tx, id: string): Promise<LoadedLateEntry | undefined> => {
  const row = await tx.selectFrom('late_entry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && loaded(row)
}

/** What acts digest. */
export const canonicalLoaded = ({ row, entry }: LoadedLateEntry): object => ({
  ...canonicalLateEntry(entry),
  version: row.version,
})

export const lateEntryChange = (before: LoadedLateEntry | null, after: LoadedLateEntry): Change => ({
  noun: 'lateEntry',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoaded(before),
  after: canonicalLoaded(after),
})

export const insertLateEntry = async (tx: Tx, entry: LateEntry): Promise<LoadedLateEntry> => {
  const row: LateEntryRow = {
    id: entry.id,
    plan_id: entry.planId,
    leaf_key: entry.leafKey,
    unit_id: entry.unitId,
    asked_unit_id: entry.askedUnitId,
    state: entry.state,
    reason: entry.reason,
    wanted_until: entry.wantedUntil,
    asked: entry.asked,
    decision: null,
    version: 1,
  }
  await tx
    .insertInto('late_entry')
    .values({ ...row, asked: json(row.asked), decision: null })
    .execute()
  return { row, entry }
}

export const saveLateEntry = async (tx: Tx, before: LoadedLateEntry, next: LateEntry): Promise<LoadedLateEntry> => {
  const version = before.row.version + 1
  const decision = next.decision ?? null
  await tx
    .updateTable('late_entry')
    .set({ state: next.state, decision: decision === null ? null : json(decision), version })
    .where('id', '=', next.id)
    .execute()
  return { row: { ...before.row, state: next.state, decision, version }, entry: next }
}
