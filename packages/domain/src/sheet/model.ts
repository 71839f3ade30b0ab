import type { SignatureRole } from '../plan/model.ts'
import type { Scorer } from '../plan/responsibility.ts'
import type { Signature } from '../signature/model.ts'

/** 待评分 已初评 待负责人签字 退回修改 已签 待核验 已核验 已汇总, in the order of the work. */
export const sheetStates = [
  'toScore',
  'scored',
  'awaitingHead',
  'returned',
  'signed',
  'toVerify',
  'verified',
  'aggregated',
] as const
export type SheetState = (typeof sheetStates)[number]

export type SheetRole = SignatureRole['role']

/** 指标考核评分表: one leaf indicator × one scorer × its units; what is printed, signed and voided as one. */
export interface Sheet {
  readonly id: string
  readonly planId: string
  readonly planVersion: number
  /** `SheetPlan.key`: stable over plan versions; an amendment keeps that of the sheet it amends. */
  readonly key: string
  readonly leafKey: string
  /** The responsible section, or the substitute for units that it may not score (回避). */
  readonly scorer: Scorer
  readonly unitIds: readonly string[]
  /** The sheet some of whose rows this one signs again. */
  readonly amends?: string
  /** Points of one row depend on the others' figures, so the sheet stands or falls as a whole. */
  readonly groupRelative: boolean
  /** Counts the contents that were put up for signature. */
  readonly version: number
  readonly state: SheetState
  /** What the standing signatures cover; present exactly while there is one. */
  readonly signedDigest?: string
  /** Every signature ever given, in order; those that fell say why. */
  readonly signatures: readonly Signature<SheetRole>[]
  /** Rows that fell after signing, and the amendment sheet on which each is signed again. */
  readonly fallenRows: readonly FallenRow[]
  readonly verification: SheetVerification
  /** Why it came back; present exactly while it is returned. */
  readonly returnReason?: string
  /** Why it fell back to 待评分; present until it is scored again. */
  readonly fallCause?: string
}

export interface FallenRow {
  readonly unitId: string
  readonly cause: string
  /** Absent where a new plan version took the row out of the plan: nobody signs it again. */
  readonly amendmentId?: string
}

/** 未定, 不核验 (with the reason), 核验中, 核验完成. */
export type SheetVerification =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'waived'; readonly reason: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'closed' }

/** Units whose rows still stand on this sheet. */
export const standingUnits = (sheet: Sheet): readonly string[] =>
  sheet.unitIds.filter((unitId) => !sheet.fallenRows.some((row) => row.unitId === unitId))
