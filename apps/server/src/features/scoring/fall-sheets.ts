import { groupOn } from '@quanheng/domain/datum/group-facts'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { fallSheet } from '@quanheng/domain/sheet/fall'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { OnReopen } from '../collection/index.ts'
import { type IssuedPlan, lockIssuedPlan } from '../plan/index.ts'
import { insertSheet, type LoadedSheet, lockSheetsOfPlan, saveSheet, sheetChange } from './sheet-store.ts'

/** What moved under signed rows. */
export interface Moved {
  readonly planId: string
  readonly leafKeys: readonly string[]
  readonly unitId: string
  readonly cause: string
  readonly by: Author
}

const fallOne = async (
  tx: Tx,
  held: LoadedSheet,
  { unitId, cause, by }: Moved,
  plan: IssuedPlan,
  context: Context,
): Promise<readonly Change[]> => {
  const { sheet } = held
  const unitIds = sheet.groupRelative ? groupOn(plan.content, sheet.leafKey, unitId) : [unitId]
  const change = { unitIds, cause }
  const fall = fallSheet(sheet, change, { now: context.now.toISOString(), newId: context.newId, actor: by })
  if (fall.events.length === 0) return []
  const changes = [sheetChange(held, await saveSheet(tx, held, fall.next, null, context))]
  if (fall.amendment) changes.push(sheetChange(null, await insertSheet(tx, fall.amendment, plan)))
  return changes
}

/**
 * Lets fall what rests on a figure that moved: the row of a signed plain sheet, the whole of one that is not signed through, and
 * every sheet whose units are measured by the unit's group.
 */
export const fallRowsOf = async (tx: Tx, moved: Moved, context: Context): Promise<readonly Change[]> => {
  const plan = await lockIssuedPlan(tx, moved.planId)
  if (plan === null) return []
  const held = await lockSheetsOfPlan(tx, moved.planId, moved.leafKeys)
  const changes: Change[] = []
  for (const one of held) changes.push(...(await fallOne(tx, one, moved, plan, context)))
  return changes
}

/** 数据重新开放: what collection calls when a figure leaves 已关闭. */
export const fallSheets: OnReopen = async (tx, datum, reason, context, by) => {
  const row = await tx.selectFrom('datum').select('leaf_keys').where('id', '=', datum.id).executeTakeFirstOrThrow()
  return fallRowsOf(
    tx,
    {
      planId: datum.planId,
      leafKeys: row.leaf_keys,
      unitId: datum.unitId,
      cause: `数据重新开放：${reason}`,
      by,
    },
    context,
  )
}
