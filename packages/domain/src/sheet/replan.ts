import type { SheetPlan } from '../plan/items.ts'
import type { SheetEvent } from './commands.ts'
import { type FallContext, fallSheet, fullySigned } from './fall.ts'
import { type Sheet, standingUnits } from './model.ts'

/** Shown beside every signature that falls to a new plan version, and on the sheet that goes back to 待评分. */
export const planChanged = '方案变更'

/** What a newly issued plan version says of one sheet and of the amendment sheets that follow from it. */
export interface Replan {
  readonly planId: string
  readonly planVersion: number
  readonly sheet: SheetPlan
  readonly groupRelative: boolean
  /** Units whose rule, mark, target or group the version changes. */
  readonly changedUnitIds: readonly string[]
}

export interface Replanned {
  /** Sheets that are not as they were. */
  readonly changed: readonly Sheet[]
  readonly created: readonly Sheet[]
  readonly events: readonly SheetEvent[]
}

/**
 * Carries the sheets of one key (a sheet and its amendments; none before the first issue) over to a new plan version:
 * signatures stand where nothing that they rest on changed, other rows go back to 待评分, rows that left the plan leave
 * their sheet, and new rows join it, or an amendment sheet where the first is already signed.
 */
export const replanSheets = (family: readonly Sheet[], replan: Replan, context: FallContext): Replanned => {
  const covered = new Set(family.flatMap(standingUnits))
  const added = replan.sheet.unitIds.filter((unitId) => !covered.has(unitId))
  const base = family.find((sheet) => sheet.amends === undefined)
  const joins = base !== undefined && (!isSigned(base) || base.groupRelative)
  const carried = family.map((sheet) => ({
    before: sheet,
    ...carry(sheet, replan, joins && sheet === base ? added : [], context),
  }))
  const opened =
    added.length > 0 && !joins ? [blankSheet(replan, added, context.newId(), base ? base.id : undefined)] : []
  return {
    changed: carried.flatMap(({ before, next }) => (next === before ? [] : [next])),
    created: [...carried.flatMap(({ amendment }) => (amendment ? [amendment] : [])), ...opened],
    events: carried.flatMap(({ events }) => events),
  }
}

const isSigned = (sheet: Sheet): boolean => fullySigned.includes(sheet.state)

const blankSheet = (
  { planId, planVersion, sheet, groupRelative }: Replan,
  unitIds: readonly string[],
  id: string,
  amends: string | undefined,
): Sheet => ({
  id,
  planId,
  planVersion,
  key: sheet.key,
  leafKey: sheet.leafKey,
  scorer: sheet.scorer,
  unitIds,
  ...(amends !== undefined && { amends }),
  groupRelative,
  version: 1,
  state: 'toScore',
  signatures: [],
  fallenRows: [],
  verification: { kind: 'undecided' },
})

interface Carried {
  readonly next: Sheet
  readonly amendment?: Sheet
  readonly events: readonly SheetEvent[]
}

const carry = (sheet: Sheet, replan: Replan, added: readonly string[], context: FallContext): Carried => {
  const standing = standingUnits(sheet)
  const gone = standing.filter((unitId) => !replan.sheet.unitIds.includes(unitId))
  const hit = standing.filter((unitId) => !gone.includes(unitId) && replan.changedUnitIds.includes(unitId))
  if (isSigned(sheet) && !sheet.groupRelative) return carrySigned(sheet, gone, hit, replan, context)
  const unitIds = [...standing.filter((unitId) => !gone.includes(unitId)), ...added]
  const { sheet: plan } = replan
  /** A sheet that nobody stands on any more stays under the last version that knew its leaf. */
  const planVersion = unitIds.length === 0 ? sheet.planVersion : replan.planVersion
  const moved = { ...sheet, planVersion, scorer: plan.scorer, groupRelative: replan.groupRelative }
  const touched = gone.length + hit.length + added.length > 0
  const blank = sheet.state === 'toScore' || sheet.state === 'returned'
  if (!touched) return { next: blank && sheet.planVersion !== planVersion ? moved : sheet, events: [] }
  if (blank) return { next: { ...moved, unitIds, fallenRows: [] }, events: [] }
  const change = { unitIds: standing, cause: planChanged, planVersion }
  const fall = fallSheet(sheet, change, context)
  return { ...fall, next: { ...fall.next, scorer: plan.scorer, groupRelative: replan.groupRelative, unitIds } }
}

/** Rows that change are signed again on an amendment sheet; rows that left the plan are struck, and nobody signs them again. */
const carrySigned = (
  sheet: Sheet,
  gone: readonly string[],
  hit: readonly string[],
  { planVersion }: Replan,
  context: FallContext,
): Carried => {
  const struck =
    gone.length === 0
      ? sheet
      : { ...sheet, fallenRows: [...sheet.fallenRows, ...gone.map((unitId) => ({ unitId, cause: planChanged }))] }
  const fall = fallSheet(struck, { unitIds: hit, cause: planChanged, planVersion }, context)
  const left: readonly SheetEvent[] =
    gone.length === 0 ? [] : [{ type: 'sheetRowsLeft', sheetId: sheet.id, unitIds: gone, cause: planChanged }]
  return { ...fall, events: [...left, ...fall.events] }
}
