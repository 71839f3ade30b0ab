import { type Voider, voidSignatures } from '../signature/sign.ts'
import type { SheetEvent } from './commands.ts'
import { type Sheet, type SheetState, standingUnits } from './model.ts'

/** Beside who acts: fresh ids, for amendment sheets. */
export interface FallContext extends Voider {
  readonly newId: () => string
}

/** What changed under a sheet: rows whose data were reopened, or whose rule, mark, target or group a new plan version moved. */
export interface Change {
  readonly unitIds: readonly string[]
  /** Shown beside every signature that falls, e.g. `数据重新开放`, `方案变更`. */
  readonly cause: string
  /** The plan version from which the rows are scored again. */
  readonly planVersion?: number
}

export interface Fall {
  readonly next: Sheet
  /** The amendment sheet on which fallen rows of a signed plain sheet are signed again. */
  readonly amendment?: Sheet
  readonly events: readonly SheetEvent[]
}

/** States in which all required signatures stand. */
export const fullySigned: readonly SheetState[] = ['signed', 'toVerify', 'verified', 'aggregated']

/** What a change does to a sheet: nothing, the fall of the whole, or of its rows only. */
export const scopeOfFall = (sheet: Sheet, unitIds: readonly string[]): 'none' | 'whole' | 'rows' => {
  const standing = standingUnits(sheet)
  const hit = standing.filter((unitId) => unitIds.includes(unitId))
  if (hit.length === 0 || sheet.state === 'toScore' || sheet.state === 'returned') return 'none'
  const whole = sheet.groupRelative || hit.length === standing.length || !fullySigned.includes(sheet.state)
  return whole ? 'whole' : 'rows'
}

/**
 * Lets fall exactly what the change touches. A row of a plain signed sheet is signed again on an amendment sheet and
 * leaves its neighbours' signatures alone; a group-relative sheet, or one not fully signed, falls whole and goes back to 待评分.
 */
export const fallSheet = (sheet: Sheet, change: Change, context: FallContext): Fall => {
  switch (scopeOfFall(sheet, change.unitIds)) {
    case 'none':
      return { next: sheet, events: [] }
    case 'whole':
      return fallWhole(sheet, change, context)
    case 'rows':
      return fallRows(sheet, change, context)
  }
}

const fallWhole = (sheet: Sheet, change: Change, context: FallContext): Fall => {
  const { signedDigest: _digest, returnReason: _reason, ...rest } = sheet
  const next: Sheet = {
    ...rest,
    planVersion: change.planVersion ?? sheet.planVersion,
    unitIds: standingUnits(sheet),
    fallenRows: [],
    version: sheet.version + 1,
    state: 'toScore',
    fallCause: change.cause,
    signatures: voidSignatures(sheet.signatures, change.cause, context),
  }
  return { next, events: [{ type: 'sheetFell', sheetId: sheet.id, unitIds: next.unitIds, cause: change.cause }] }
}

const fallRows = (sheet: Sheet, { unitIds, cause, planVersion }: Change, context: FallContext): Fall => {
  const hit = standingUnits(sheet).filter((unitId) => unitIds.includes(unitId))
  const amendmentId = context.newId()
  const { signedDigest: _, ...blank } = sheet
  const amendment: Sheet = {
    ...blank,
    id: amendmentId,
    amends: sheet.id,
    planVersion: planVersion ?? sheet.planVersion,
    unitIds: hit,
    version: 1,
    state: 'toScore',
    signatures: [],
    fallenRows: [],
    fallCause: cause,
  }
  const fallen = hit.map((unitId) => ({ unitId, cause, amendmentId }))
  return {
    next: { ...sheet, fallenRows: [...sheet.fallenRows, ...fallen] },
    amendment,
    events: [{ type: 'sheetRowsFell', sheetId: sheet.id, unitIds: hit, cause, amendmentId }],
  }
}
