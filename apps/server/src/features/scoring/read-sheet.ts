import type { Item, ItemRow } from '@quanheng/domain/item/model'
import type { ComposedSheet } from '@quanheng/domain/sheet/compose'
import { openData, type SigningOrder, sheetBlockers } from '@quanheng/domain/sheet/signing'
import type { Reader } from '../../platform/database/database.ts'
import { factsOf, type UnitFacts } from '../collection/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { type IssuedPlan, issuedPlan, issuedVersion } from '../plan/index.ts'
import { type Holder, orderFrom } from './act-on-sheet.ts'
import { itemsOf } from './item-store.ts'
import { composeNow, isSignedThrough } from './live-rows.ts'
import type { LoadedSheet } from './sheet-store.ts'
import type { SheetVersionRow } from './tables.ts'
import { versionsOf } from './version-store.ts'

/** A sheet read for a page: what stands on it now, and what it rests on. */
export interface ReadSheet extends LoadedSheet {
  readonly plan: IssuedPlan
  readonly ownPlan: IssuedPlan
  readonly items: readonly Item[]
  readonly facts: readonly UnitFacts[]
  readonly composed: ComposedSheet
  readonly versions: readonly SheetVersionRow[]
  readonly order: SigningOrder
  /** Posts held today in the unit that scores. */
  readonly holders: readonly Holder[]
}

export type Blocker = ReturnType<typeof sheetBlockers>[number]

/** What stops the scoring side now: nothing once all signatures stand. */
export const blockersOf = ({ sheet, composed }: Pick<ReadSheet, 'sheet' | 'composed'>): readonly Blocker[] =>
  isSignedThrough(sheet) ? [] : [...sheetBlockers(sheet, composed), ...openData(composed)]

export const rowsWithout = (rows: readonly ItemRow[], blockers: readonly Blocker[]): number =>
  rows.filter(({ item }) => !blockers.some(({ at }) => at === item.unitId)).length

/** Reads sheets of any plans; facts and items of one leaf, and who holds which post, are read once however many sheets share them. */
export const readSheets = async (
  db: Reader,
  loaded: readonly LoadedSheet[],
  today: string,
): Promise<readonly ReadSheet[]> => {
  const versions = Map.groupBy(
    await versionsOf(
      db,
      loaded.map(({ row }) => row.id),
    ),
    (one) => one.sheet_id,
  )
  const facts = once((planId: string, leafKey: string) => factsOf(db, planId, leafKey))
  const items = once((planId: string, leafKey: string) => itemsOf(db, planId, [leafKey]))
  const posts = once((unitId: string) => heldPosts(db, { unitId, on: today }))
  const read: ReadSheet[] = []
  for (const one of loaded) {
    const { row, sheet } = one
    const plan = await issuedPlan(db, row.plan_id)
    const ownPlan = plan?.number === row.plan_number ? plan : await issuedVersion(db, row.plan_id, row.plan_number)
    if (!plan || !ownPlan) continue
    const own = versions.get(row.id) ?? []
    const parts = {
      sheet,
      plan: ownPlan,
      items: await items(row.plan_id, row.leaf_key),
      facts: await facts(row.plan_id, row.leaf_key),
      signed: own.findLast((version) => version.digest === row.signed_digest),
    }
    const holders = await posts(row.scorer_unit_id)
    const order = orderFrom(row, ownPlan, holders)
    read.push({ ...one, ...parts, plan, ownPlan, versions: own, composed: composeNow(parts), order, holders })
  }
  return read
}

/** Reads once for the same arguments, however many sheets ask. */
const once = <A extends readonly string[], T>(read: (...of: A) => Promise<T>) => {
  const known = new Map<string, Promise<T>>()
  return (...of: A): Promise<T> => {
    const key = of.join('\n')
    const found = known.get(key) ?? read(...of)
    known.set(key, found)
    return found
  }
}
