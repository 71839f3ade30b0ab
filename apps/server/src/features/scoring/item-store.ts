import { canonicalItem } from '@quanheng/domain/item/canonical'
import type { Item } from '@quanheng/domain/item/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { StoredItem } from './tables.ts'

export const itemOf = (row: StoredItem): Item => ({
  id: row.id,
  planId: row.plan_id,
  leafKey: row.leaf_key,
  unitId: row.unit_id,
  planVersion: row.plan_number,
  version: row.version,
  dataSource: row.data_source,
  ...(row.basis !== null && { basis: row.basis }),
  deductions: row.deductions,
})

const stored = (item: Item) => ({
  id: item.id,
  plan_id: item.planId,
  leaf_key: item.leafKey,
  unit_id: item.unitId,
  plan_number: item.planVersion,
  data_source: item.dataSource,
  basis: item.basis === undefined ? null : json(item.basis),
  deductions: json(item.deductions),
  version: item.version,
})

/** Items of a plan, of some of its leaves where they are named. Unscoped. */
export const itemsOf = async (db: Reader, planId: string, leafKeys?: readonly string[]): Promise<readonly Item[]> => {
  const all = db.selectFrom('item').selectAll().where('plan_id', '=', planId).orderBy('id')
  return (await (leafKeys ? all.where('leaf_key', 'in', [...leafKeys, '']) : all).execute()).map(itemOf)
}

/** Items of one leaf, locked for a command in the order of their ids; `share` where they are only read. */
export const lockItemsOf = async (
  tx: Tx,
  planId: string,
  leafKey: string,
  strength: 'update' | 'share',
): Promise<readonly Item[]> => {
  const all = tx
    .selectFrom('item')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('leaf_key', '=', leafKey)
    .orderBy('id')
  return (await (strength === 'update' ? all.forUpdate() : all.forShare()).execute()).map(itemOf)
}

export const itemChange = (before: Item | null, after: Item): Change => ({
  noun: 'item',
  id: after.id,
  version: after.version,
  before: before === null ? null : canonicalItem(before),
  after: canonicalItem(after),
})

export const insertItems = async (tx: Tx, items: readonly Item[]): Promise<void> => {
  const chunk = 1_000
  for (let at = 0; at < items.length; at += chunk) {
    await tx
      .insertInto('item')
      .values(items.slice(at, at + chunk).map(stored))
      .execute()
  }
}

export const updateItem = async (tx: Tx, item: Item): Promise<void> => {
  const { id, ...columns } = stored(item)
  await tx.updateTable('item').set(columns).where('id', '=', id).execute()
}
