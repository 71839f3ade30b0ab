import type { PostKind } from '../ability/posts.ts'
import { isStanding } from '../signature/model.ts'
import type { Sheet, SheetRole } from './model.ts'
import { standingUnits } from './model.ts'
import { requiredRoles, type SigningOrder } from './signing.ts'

/** A signature that was given, fell, and has not been given again. */
export interface SignAgain {
  readonly sheetId: string
  readonly role: SheetRole
  readonly posts: readonly PostKind[]
  /** Whose signature fell. */
  readonly formerId: string
  readonly cause: string
  readonly unitIds: readonly string[]
}

interface Former {
  readonly signerId: string
  readonly cause: string
}

/** Who signed in this role what now is to be signed again: on this sheet, or on the one whose rows this sheet amends. */
const formerOf = (sheet: Sheet, role: SheetRole, amended: Sheet | undefined): Former | undefined => {
  const fallen = sheet.signatures.findLast((one) => one.role === role && one.state === 'voided')
  if (fallen) return { signerId: fallen.signer.personId, cause: fallen.voiding?.cause ?? '' }
  const row = amended?.fallenRows.find(({ amendmentId }) => amendmentId === sheet.id)
  const kept = row && amended?.signatures.findLast((one) => one.role === role && isStanding(one))
  return row && kept && { signerId: kept.signer.personId, cause: row.cause }
}

/**
 * 须重新签字: the roles that have to sign again what stands on this sheet, in the order of signing, each with who signed
 * before and why that no longer counts. Empty once all have, and for roles that never had signed.
 * @param amended the sheet whose fallen rows this one carries
 */
export const signAgain = (sheet: Sheet, order: SigningOrder, amended?: Sheet): readonly SignAgain[] => {
  const unitIds = standingUnits(sheet)
  if (unitIds.length === 0) return []
  return requiredRoles(sheet, order).flatMap(({ role, posts }) => {
    if (sheet.signatures.some((one) => isStanding(one) && one.role === role)) return []
    const former = formerOf(sheet, role, amended)
    return former ? [{ sheetId: sheet.id, role, posts, formerId: former.signerId, cause: former.cause, unitIds }] : []
  })
}
