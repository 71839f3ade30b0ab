import { authorOf } from '../kernel/command-context.ts'
import { compare, parseExact, printExact, sign } from '../kernel/exact.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { CreditContext, CreditError, CreditResult, EntryBegun } from './commands.ts'
import type { CreditClaim, CreditEntry, EntryKind } from './model.ts'
import { claimants } from './transitions.ts'

/**
 * 申报加分, by the unit itself, or 提出扣分、否决, by another body. The claim is as complete as the plan wants it: class or gate,
 * points, the document that proves it and a scan of it.
 */
export const beginEntry = (begun: EntryBegun, context: CreditContext): CreditResult => {
  const stopped = stopBegin(begun, context)
  if (stopped) return stopped
  const claim = readClaim(begun.kind, begun.claim, context)
  if (!claim.ok) return claim
  const entry: CreditEntry = {
    id: context.newId(),
    planId: begun.planId,
    kind: begun.kind,
    unitId: begun.unitId,
    reviewUnitId: begun.kind === 'bonus' ? begun.reviewUnitId : context.officeUnitId,
    state: begun.kind === 'bonus' ? 'claimed' : 'proposed',
    claim: claim.value,
    standing: { objections: [] },
    steps: [{ command: 'begin', by: authorOf(context.actor), at: context.now, words: '' }],
  }
  return ok({ next: entry, events: [{ type: 'creditEntered', entry }] })
}

const stopBegin = ({ kind, unitId, reviewUnitId }: EntryBegun, { actor, foreseen }: CreditContext) => {
  if (!foreseen.appraised.includes(unitId)) return refuse('credit.notAppraised', { at: 'unitId' })
  const ofUnit = (claimants as readonly string[]).includes(actor.post)
  if (kind !== 'bonus') {
    if (ofUnit) return refuse('credit.otherUnit', { at: 'kind' })
    return actor.ownUnitIds.includes(unitId) ? refuse('credit.ownUnit', { at: 'unitId' }) : undefined
  }
  if (!ofUnit || actor.unitId !== unitId) return refuse('credit.otherUnit', { at: 'unitId' })
  return reviewUnitId === unitId ? refuse('credit.ownUnit', { at: 'reviewUnitId' }) : undefined
}

/** The claim with exact points; refused where it does not fit the plan or has no proof. */
export const readClaim = (
  kind: EntryKind,
  claim: CreditClaim,
  { foreseen, today }: Pick<CreditContext, 'foreseen' | 'today'>,
): Result<CreditClaim, CreditError> => {
  const { matter, proof, files, gateKey, classKey, points, level, honoured } = claim
  if (!matter) return refuse('credit.matterMissing', { at: 'claim.matter' })
  if (!proof.title || !proof.issuer) return refuse('credit.proofMissing', { at: 'claim.proof' })
  if (proof.on > today) return refuse('credit.proofInFuture', { at: 'claim.proof.on' })
  if (files.length === 0) return refuse('credit.filesMissing', { at: 'claim.files' })
  const common = { matter, proof, files, level, honoured }
  if (kind === 'veto') {
    if (!foreseen.gates.some(({ key }) => key === gateKey)) {
      return refuse(foreseen.gates.length > 0 ? 'credit.gateUnknown' : 'credit.notForeseen', { at: 'claim.gateKey' })
    }
    return ok({ ...common, ...(gateKey !== undefined && { gateKey }) })
  }
  const placed = stopClass(kind, classKey, foreseen)
  if (placed) return placed
  const amount = readPoints(points ?? '', 'claim.points')
  if (!amount.ok) return amount
  return ok({ ...common, points: amount.value, ...(classKey !== undefined && { classKey }) })
}

const stopClass = (
  kind: 'bonus' | 'deduction',
  classKey: string | undefined,
  { credits, classes }: CreditContext['foreseen'],
) => {
  if (!credits) return refuse('credit.notForeseen', { at: 'kind' })
  if (classKey === undefined) {
    return classes.some(({ effect }) => effect === kind)
      ? refuse('credit.classMissing', { at: 'claim.classKey' })
      : undefined
  }
  return classes.some(({ key, effect }) => key === classKey && effect === kind)
    ? undefined
    : refuse('credit.classUnknown', { at: 'claim.classKey' })
}

/** More than zero, in exact form. */
export const readPoints = (text: string, at: string): Result<string, CreditError> => {
  const read = parseExact(text)
  return read.ok && sign(read.value) > 0 ? ok(printExact(read.value)) : refuse('credit.pointsNotPositive', { at })
}

/** Whoever reviews may agree to what is asked or to less, never to more. */
export const atMost = (points: string, limit: string | undefined): boolean => {
  if (limit === undefined) return true
  const [one, most] = [parseExact(points), parseExact(limit)]
  return one.ok && most.ok && compare(one.value, most.value) <= 0
}
