import { readsGroup } from '@quanheng/domain/datum/group-facts'
import type { Item } from '@quanheng/domain/item/model'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { type SheetPlan, sheetsOf } from '@quanheng/domain/plan/items'
import { keepsSignatures } from '@quanheng/domain/plan/signature-keeping'
import { type Sheet, standingUnits } from '@quanheng/domain/sheet/model'
import { replanSheets } from '@quanheng/domain/sheet/replan'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { type IssuedPlan, issuedVersion, type OnIssue } from '../plan/index.ts'
import { insertItems, itemChange, itemsOf, updateItem } from './item-store.ts'
import { insertSheet, type LoadedSheet, lockSheetsOfPlan, saveSheet, sheetChange } from './sheet-store.ts'

/** Who issued the version in force: the signatures that it lets fall say so. */
const issuerOf = async (tx: Tx, plan: IssuedPlan): Promise<Author> => {
  const row = await tx
    .selectFrom('plan_version')
    .select('author')
    .where('plan_id', '=', plan.planId)
    .where('number', '=', plan.number)
    .executeTakeFirstOrThrow()
  return row.author
}

/** Versions that signed sheets still stand on, each read once. */
const earlierVersions = async (tx: Tx, plan: IssuedPlan, held: readonly LoadedSheet[]) => {
  const versions = new Map<number, IssuedPlan>()
  for (const number of new Set(held.map(({ sheet }) => sheet.planVersion))) {
    const version = await issuedVersion(tx, plan.planId, number)
    if (version !== null) versions.set(number, version)
  }
  return versions
}

const changedUnits = (
  versions: ReadonlyMap<number, IssuedPlan>,
  plan: IssuedPlan,
  family: readonly LoadedSheet[],
): readonly string[] =>
  family.flatMap(({ sheet }) => {
    const version = versions.get(sheet.planVersion)
    return standingUnits(sheet).filter(
      (unitId) =>
        version === undefined ||
        !keepsSignatures(version.content, plan.content, sheet.leafKey, unitId, readsGroup(plan.content, sheet.leafKey)),
    )
  })

/** A leaf that left the plan: its sheets keep what was signed, and nobody owes anything on them. */
const emptied = (sheet: Sheet): SheetPlan => ({
  key: sheet.key,
  leafKey: sheet.leafKey,
  scorer: sheet.scorer,
  unitIds: [],
})

/**
 * Opens the score sheets of a plan when it is issued: one a leaf, one for each substitute (回避), and an item for every row.
 * Under a later version signatures stand where rule, mark, target and group are unchanged; other rows go back to 待评分.
 */
export const openSheets: OnIssue = async (tx, plan, context) => {
  const held = await lockSheetsOfPlan(tx, plan.planId)
  const versions = await earlierVersions(tx, plan, held)
  const actor = await issuerOf(tx, plan)
  const families = Map.groupBy(held, ({ sheet }) => sheet.key)
  const planned = new Map(sheetsOf(plan.content).map((sheet) => [sheet.key, sheet]))
  const keys = [...planned.keys(), ...[...families.keys()].filter((key) => !planned.has(key))]
  const changes: Change[] = []
  const standing: Sheet[] = []
  for (const key of keys) {
    const family = families.get(key) ?? []
    const sheet = planned.get(key) ?? emptied((family[0] as LoadedSheet).sheet)
    const replanned = replanSheets(
      family.map((one) => one.sheet),
      {
        planId: plan.planId,
        planVersion: plan.number,
        sheet,
        groupRelative: readsGroup(plan.content, sheet.leafKey),
        changedUnitIds: changedUnits(versions, plan, family),
      },
      { now: context.now.toISOString(), newId: context.newId, actor },
    )
    for (const one of replanned.changed) {
      const before = family.find(({ row }) => row.id === one.id) as LoadedSheet
      const own = one.planVersion === plan.number && planned.has(key) ? plan : null
      changes.push(sheetChange(before, await saveSheet(tx, before, one, own, context)))
    }
    for (const one of replanned.created) changes.push(sheetChange(null, await insertSheet(tx, one, plan)))
    const moved = new Map(replanned.changed.map((one) => [one.id, one]))
    standing.push(...family.map((one) => moved.get(one.row.id) ?? one.sheet), ...replanned.created)
  }
  await tx
    .updateTable('sheet')
    .set({ coordinating_section_id: plan.content.coordinating?.sectionId ?? null })
    .where('plan_id', '=', plan.planId)
    .execute()
  return [...changes, ...(await carryItems(tx, plan, standing, context))]
}

/** An item for every standing row, under the plan version of the sheet on which the row stands. */
const carryItems = async (
  tx: Tx,
  plan: IssuedPlan,
  sheets: readonly Sheet[],
  context: Context,
): Promise<readonly Change[]> => {
  const known = new Map((await itemsOf(tx, plan.planId)).map((item) => [`${item.leafKey}\n${item.unitId}`, item]))
  const fresh: Item[] = []
  const changes: Change[] = []
  for (const sheet of sheets) {
    for (const unitId of standingUnits(sheet)) {
      const item = known.get(`${sheet.leafKey}\n${unitId}`)
      if (item === undefined) fresh.push(blankItem(sheet, unitId, context))
      else if (item.planVersion !== sheet.planVersion) {
        const next = { ...item, planVersion: sheet.planVersion, version: item.version + 1 }
        await updateItem(tx, next)
        changes.push(itemChange(item, next))
      }
    }
  }
  await insertItems(tx, fresh)
  return [...fresh.map((item) => itemChange(null, item)), ...changes]
}

const blankItem = (sheet: Sheet, unitId: string, context: Context): Item => ({
  id: context.newId(),
  planId: sheet.planId,
  leafKey: sheet.leafKey,
  unitId,
  planVersion: sheet.planVersion,
  version: 1,
  dataSource: '',
  deductions: [],
})
