import { type ItemBlocker, rowBlockers } from '../item/blockers.ts'
import type { Actor, Author } from '../kernel/command-context.ts'
import type { DomainError } from '../kernel/result.ts'
import type { SignatureRole } from '../plan/model.ts'
import type { Scorer } from '../plan/responsibility.ts'
import { isStanding } from '../signature/model.ts'
import type { ComposedSheet } from './compose.ts'
import type { Sheet } from './model.ts'

export type SigningErrorCode =
  | 'sheet.dataOpen'
  | 'sheet.rowsDiffer'
  | 'sheet.ownUnit'
  | 'sheet.samePerson'
  | 'sheet.notYourTurn'
  | 'sheet.otherScorer'
export type SigningError = DomainError<SigningErrorCode>

/** Who signs for a sheet, and who heads the section: the same person in both is answered by the leader in charge. */
export interface SigningOrder {
  readonly map: readonly SignatureRole[]
  readonly sectionHeadIds: readonly string[]
}

/** What stops the sheet from being signed, row by row; the page lists all of it, the command names the first. */
export const sheetBlockers = (sheet: Sheet, { rows }: ComposedSheet): readonly (ItemBlocker | SigningError)[] => {
  const composed = rows.map((row) => row.item.unitId)
  const complete = composed.length === sheet.unitIds.length && sheet.unitIds.every((id) => composed.includes(id))
  return [...(complete ? [] : [{ code: 'sheet.rowsDiffer' as const }]), ...rows.flatMap(rowBlockers)]
}

/** Data still open: a sheet may be scored on them, and is signed only after they are closed. */
export const openData = ({ rows }: ComposedSheet): readonly SigningError[] =>
  rows
    .filter((row) => row.data.some((datum) => !datum.closed))
    .map((row) => ({ code: 'sheet.dataOpen', at: row.item.unitId }))

/**
 * The roles that must sign, in order. Where handler and section head are one natural person, the leader in charge
 * takes the second place (责任领导), so that two people always stand behind a score.
 */
export const requiredRoles = (sheet: Sheet, { map, sectionHeadIds }: SigningOrder): readonly SignatureRole[] =>
  rolesAfter(
    map,
    sectionHeadIds,
    sheet.signatures.find((signature) => isStanding(signature) && signature.role === 'handler')?.signer.personId,
  )

/** The same for whoever signs, or would sign, as handler. */
export const rolesAfter = (
  map: readonly SignatureRole[],
  sectionHeadIds: readonly string[],
  handlerId: string | undefined,
): readonly SignatureRole[] => {
  const bothInOne =
    handlerId !== undefined && sectionHeadIds.length > 0 && sectionHeadIds.every((id) => id === handlerId)
  const roles = map.map(
    (entry): SignatureRole =>
      bothInOne && entry.role === 'sectionHead' ? { role: 'leaderInCharge', posts: ['leaderInCharge'] } : entry,
  )
  return roles.filter((entry, at) => roles.findIndex(({ role }) => role === entry.role) === at)
}

/** The role whose signature is due, or undefined when all have signed. */
export const nextRole = (sheet: Sheet, order: SigningOrder): SignatureRole | undefined =>
  requiredRoles(sheet, order).find(
    ({ role }) => !sheet.signatures.some((signature) => isStanding(signature) && signature.role === role),
  )

export type Signer = Author & Pick<Actor, 'ownUnitIds'>

/** Whether this person may give the signature that is due: order, recusal, and one natural person one signature. */
export const stopSigner = (sheet: Sheet, signer: Signer, order: SigningOrder): SigningError | undefined => {
  const due = nextRole(sheet, order)
  if (!due?.posts.includes(signer.post)) {
    return { code: 'sheet.notYourTurn', ...(due && { params: { role: due.role } }) }
  }
  if (!belongsToScorer(sheet.scorer, signer)) return { code: 'sheet.otherScorer' }
  const own = sheet.unitIds.find((unitId) => signer.ownUnitIds.includes(unitId))
  if (own !== undefined) return { code: 'sheet.ownUnit', at: own }
  const already = sheet.signatures.some(
    (signature) => isStanding(signature) && signature.signer.personId === signer.personId,
  )
  return already ? { code: 'sheet.samePerson' } : undefined
}

/** A section's handler and head sign for their own section; the leader in charge for the whole unit. */
export const belongsToScorer = (scorer: Scorer, { unitId, sectionId, post }: Author): boolean =>
  unitId === scorer.unitId &&
  (scorer.sectionId === undefined ||
    post === 'leaderInCharge' ||
    post === 'principal' ||
    sectionId === scorer.sectionId)
