import { canonicalRow } from '../item/canonical.ts'
import type { ItemRow } from '../item/model.ts'
import { digestOf, type Hash } from '../kernel/digest.ts'
import type { IndicatorNode } from '../plan/model.ts'
import { checkCode } from '../signature/check-code.ts'
import type { Sheet } from './model.ts'

/** The plan version under which a sheet is scored; `digest` is of its canonical content. */
export interface PlanReference {
  readonly id: string
  readonly version: number
  readonly digest: string
}

export interface SheetParts {
  readonly sheet: Pick<Sheet, 'id' | 'version' | 'amends' | 'scorer' | 'groupRelative'>
  readonly plan: PlanReference
  readonly leaf: IndicatorNode
  readonly rows: readonly ItemRow[]
  /** Digest of the packed figures of the whole group; required when the sheet is group-relative. */
  readonly groupColumn?: string
}

/** Exactly what is shown, printed and signed. */
export interface ComposedSheet {
  readonly rows: readonly ItemRow[]
  readonly form: ReturnType<typeof canonicalSheet>
  readonly digest: string
  /** 校验码, printed in the footer. */
  readonly code: string
}

/** The signed content of a sheet from its parts; the same parts in any order give the same digest. */
export const composeSheet = (parts: SheetParts, hash: Hash): ComposedSheet => {
  if (parts.sheet.groupRelative && parts.groupColumn === undefined) {
    throw new RangeError('a group-relative sheet is composed with the digest of its group column')
  }
  const form = canonicalSheet(parts, hash)
  const digest = digestOf(hash, form)
  return { rows: parts.rows, form, digest, code: checkCode(digest) }
}

const canonicalSheet = ({ sheet, plan, leaf, rows, groupColumn }: SheetParts, hash: Hash) => {
  const rule = digestOf(hash, leaf.scoring?.rule ?? null)
  const items = rows.map((row) => ({ unitId: row.item.unitId, digest: digestOf(hash, canonicalRow(row, rule)) }))
  return {
    v: 1,
    noun: 'sheetContent',
    sheetId: sheet.id,
    version: sheet.version,
    ...(sheet.amends !== undefined && { amends: sheet.amends }),
    plan,
    leafKey: leaf.key,
    fullMark: leaf.fullMark,
    rule,
    scorer: sheet.scorer,
    ...(groupColumn !== undefined && { groupColumn }),
    items: items.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1)),
  }
}

/** The sheet's own state, for the digests of an act's `before` and `after`. */
export const canonicalState = (sheet: Sheet) => ({ v: 1, noun: 'sheet', ...sheet })
