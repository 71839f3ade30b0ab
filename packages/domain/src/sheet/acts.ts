import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Signature } from '../signature/model.ts'
import {
  confirmPaper,
  refusePaper,
  registerPaper,
  replaceSignature,
  signOnScreen,
  voidSignatures,
} from '../signature/sign.ts'
import type { SheetCommand, SheetContext, SheetError, SheetEvent } from './commands.ts'
import type { Sheet, SheetRole, SheetState, SheetVerification } from './model.ts'
import { nextRole, openData, sheetBlockers, stopSigner } from './signing.ts'

/** The sheet after a command, and what happened. */
export interface SheetDecision {
  readonly next: Sheet
  readonly events: readonly SheetEvent[]
}

type Outcome = Result<SheetDecision, SheetError>
type Of<K extends SheetCommand['kind']> = Extract<SheetCommand, { kind: K }>

const enter = ({ returnReason: _reason, fallCause: _cause, ...sheet }: Sheet, state: SheetState): Sheet => ({
  ...sheet,
  state,
})

/** No signature stands any more; the next content that is put up is another version. */
const unsigned = (sheet: Sheet, state: SheetState, cause: string, context: SheetContext): Sheet => {
  const { signedDigest: _, ...rest } = enter(sheet, state)
  return { ...rest, version: sheet.version + 1, signatures: voidSignatures(sheet.signatures, cause, context) }
}

const done = (next: Sheet, event: SheetEvent): Outcome => ok({ next, events: [event] })

/** 初评: every row computed, with source, basis and reasons. Data may still be open. */
export const score = (sheet: Sheet, { composed }: SheetContext): Outcome => {
  const [blocker] = sheetBlockers(sheet, composed)
  if (blocker) return { ok: false, error: blocker }
  return done(enter(sheet, 'scored'), { type: 'sheetScored', sheetId: sheet.id, version: sheet.version })
}

/** What must hold of the content before any signature covers it. */
const stopContent = (sheet: Sheet, { composed }: SheetContext): SheetError | undefined => {
  const [blocker] = [...sheetBlockers(sheet, composed), ...openData(composed)]
  if (blocker) return blocker
  const moved = sheet.signedDigest !== undefined && sheet.signedDigest !== composed.digest
  return moved ? { code: 'sheet.contentChanged' } : undefined
}

export const sign = (sheet: Sheet, command: Of<'sign'>, context: SheetContext): Outcome => {
  const { composed, order, actor } = context
  if (command.digest !== composed.digest) return refuse('sheet.contentChanged', { at: 'digest' })
  const error = stopContent(sheet, context) ?? stopSigner(sheet, actor, order)
  if (error) return { ok: false, error }
  const role = nextRole(sheet, order)?.role as SheetRole
  const signature = signOnScreen(role, composed.digest, context, command.opinion)
  return settle({ ...sheet, signatures: [...sheet.signatures, signature] }, signature, context)
}

/** With one more standing signature: wait for the next, or go on to where verification stands. */
const settle = (sheet: Sheet, signature: Signature<SheetRole>, { order }: SheetContext): Outcome => {
  const state = nextRole(sheet, order) ? 'awaitingHead' : afterLast[sheet.verification.kind]
  const next: Sheet = { ...enter(sheet, state), signedDigest: signature.digest }
  return done(next, { type: 'sheetSigned', sheetId: sheet.id, signature })
}

const afterLast: Readonly<Record<SheetVerification['kind'], SheetState>> = {
  undecided: 'signed',
  open: 'toVerify',
  waived: 'verified',
  closed: 'verified',
}

/** Registered in any order, since handler and head sign one printed sheet; order is kept when they are confirmed. */
export const register = (sheet: Sheet, command: Of<'registerPaper'>, context: SheetContext): Outcome => {
  const error = stopContent(sheet, context)
  if (error) return { ok: false, error }
  const signature = registerPaper(command.paper, context.composed.digest, context)
  if (!signature.ok) return signature
  const next = { ...sheet, signatures: [...sheet.signatures, signature.value] }
  return done(next, { type: 'sheetPaperRegistered', sheetId: sheet.id, signature: signature.value })
}

export const confirm = (sheet: Sheet, command: Of<'confirmPaper'>, context: SheetContext): Outcome => {
  const registered = sheet.signatures.find((signature) => signature.id === command.signatureId)
  if (!registered) return refuse('signature.notFound')
  if (registered.digest !== context.composed.digest) return refuse('signature.codeOutdated')
  const signer = { ...registered.signer, ownUnitIds: context.paperSignerUnitIds }
  const error =
    stopContent(sheet, context) ?? stopRole(sheet, registered, context) ?? stopSigner(sheet, signer, context.order)
  if (error) return { ok: false, error }
  const signature = confirmPaper(registered, context)
  if (!signature.ok) return signature
  const signatures = replaceSignature(sheet.signatures, signature.value)
  return settle({ ...sheet, signatures }, signature.value, context)
}

const stopRole = (sheet: Sheet, { role }: Signature<SheetRole>, { order }: SheetContext): SheetError | undefined => {
  const due = nextRole(sheet, order)?.role
  return due === role ? undefined : { code: 'sheet.notYourTurn', ...(due && { params: { role: due } }) }
}

export const refuseScan = (sheet: Sheet, command: Of<'refusePaper'>, context: SheetContext): Outcome => {
  const { signatureId, reason } = command
  const registered = sheet.signatures.find((signature) => signature.id === signatureId)
  if (!registered) return refuse('signature.notFound')
  const signature = refusePaper(registered, reason, context)
  if (!signature.ok) return signature
  const next = { ...sheet, signatures: replaceSignature(sheet.signatures, signature.value) }
  return done(next, { type: 'sheetPaperRefused', sheetId: sheet.id, signatureId, reason })
}

/** The handler takes the sheet back before the head has signed. */
export const recall = (sheet: Sheet, context: SheetContext): Outcome =>
  done(unsigned(sheet, 'scored', 'recalled', context), { type: 'sheetRecalled', sheetId: sheet.id })

export const sendBack = (sheet: Sheet, { reason }: Of<'return'>, context: SheetContext): Outcome => {
  if (!reason) return refuse('sheet.reasonMissing', { at: 'reason' })
  const next: Sheet = { ...unsigned(sheet, 'returned', 'returned', context), returnReason: reason }
  return done(next, { type: 'sheetReturned', sheetId: sheet.id, reason })
}

export const waive = (sheet: Sheet, { reason }: Of<'waiveVerification'>): Outcome => {
  if (!reason) return refuse('sheet.reasonMissing', { at: 'reason' })
  const next: Sheet = { ...enter(sheet, 'verified'), verification: { kind: 'waived', reason } }
  return done(next, { type: 'sheetVerificationWaived', sheetId: sheet.id, reason })
}

export const open = (sheet: Sheet): Outcome =>
  done(
    { ...enter(sheet, 'toVerify'), verification: { kind: 'open' } },
    { type: 'sheetVerificationOpened', sheetId: sheet.id },
  )

export const close = (sheet: Sheet): Outcome =>
  done(
    { ...enter(sheet, 'verified'), verification: { kind: 'closed' } },
    { type: 'sheetVerificationClosed', sheetId: sheet.id },
  )

export const aggregate = (sheet: Sheet): Outcome =>
  done(enter(sheet, 'aggregated'), { type: 'sheetAggregated', sheetId: sheet.id })
