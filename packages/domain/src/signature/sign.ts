import { type Author, authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { checkCode, readCheckCode } from './check-code.ts'
import type { Signature } from './model.ts'

export type SignatureErrorCode =
  | 'signature.codeMalformed'
  | 'signature.codeOutdated'
  | 'signature.inFuture'
  | 'signature.samePerson'
  | 'signature.notFound'
  | 'signature.reasonMissing'
export type SignatureError = DomainError<SignatureErrorCode>

/** 线下签批登记: what a clerk copies from the signed sheet. */
export interface PaperSignature<Role extends string = string> {
  readonly role: Role
  readonly signer: Author
  readonly signedOn: string
  readonly opinion?: string
  /** As printed in the footer of the sheet that was signed. */
  readonly checkCode: string
  readonly scanDigest: string
}

/** The actor's own signature, given on screen. */
export const signOnScreen = <Role extends string>(
  role: Role,
  digest: string,
  context: CommandContext,
  opinion?: string,
): Signature<Role> => ({
  id: context.newId(),
  role,
  signer: authorOf(context.actor),
  digest,
  signedOn: context.today,
  recordedAt: context.now,
  ...(opinion && { opinion }),
  means: { kind: 'screen', ...(context.actor.proof && { proof: context.actor.proof }) },
  state: 'standing',
})

/** A paper signature, not yet standing. A sheet whose code is no longer that of the content is refused. */
export const registerPaper = <Role extends string>(
  paper: PaperSignature<Role>,
  digest: string,
  context: CommandContext,
): Result<Signature<Role>, SignatureError> => {
  const code = readCheckCode(paper.checkCode)
  if (!code.ok) return code
  if (code.value !== checkCode(digest)) {
    return refuse('signature.codeOutdated', {
      at: 'checkCode',
      params: { found: code.value, current: checkCode(digest) },
    })
  }
  if (paper.signedOn > context.today) return refuse('signature.inFuture', { at: 'signedOn' })
  return ok({
    id: context.newId(),
    role: paper.role,
    signer: paper.signer,
    digest,
    signedOn: paper.signedOn,
    recordedAt: context.now,
    ...(paper.opinion && { opinion: paper.opinion }),
    means: { kind: 'paper', scanDigest: paper.scanDigest, registeredBy: authorOf(context.actor) },
    state: 'registered',
  })
}

/** A second person has compared the scan with the entry. Nobody confirms what they registered. */
export const confirmPaper = <Role extends string>(
  signature: Signature<Role>,
  context: CommandContext,
): Result<Signature<Role>, SignatureError> => {
  const stopped = stopSecond(signature, context)
  if (stopped) return stopped
  const means = { ...signature.means, confirmedBy: authorOf(context.actor) } as Signature['means']
  return ok({ ...signature, means, state: 'standing' })
}

/** The scan does not show what was entered; the entry stays on record as refused. */
export const refusePaper = <Role extends string>(
  signature: Signature<Role>,
  reason: string,
  context: CommandContext,
): Result<Signature<Role>, SignatureError> => {
  if (!reason) return refuse('signature.reasonMissing', { at: 'reason' })
  const stopped = stopSecond(signature, context)
  return stopped ?? ok({ ...voided(signature, reason, context), state: 'refused' })
}

const stopSecond = (signature: Signature, { actor }: CommandContext) => {
  if (signature.means.kind !== 'paper' || signature.state !== 'registered') return refuse('signature.notFound')
  return signature.means.registeredBy.personId === actor.personId ? refuse('signature.samePerson') : undefined
}

/** By whose act signatures fall, and when. */
export interface Voider {
  readonly now: string
  readonly actor: Author
}

const voided = <Role extends string>(
  signature: Signature<Role>,
  cause: string,
  { now, actor }: Voider,
): Signature<Role> => ({ ...signature, state: 'voided', voiding: { at: now, by: authorOf(actor), cause } })

/** All that still stood or waited falls, and stays readable with its cause. */
export const voidSignatures = <Role extends string>(
  signatures: readonly Signature<Role>[],
  cause: string,
  context: Voider,
): readonly Signature<Role>[] =>
  signatures.map((signature) =>
    signature.state === 'standing' || signature.state === 'registered' ? voided(signature, cause, context) : signature,
  )

/** The list with one signature replaced by its next state. */
export const replaceSignature = <Role extends string>(
  signatures: readonly Signature<Role>[],
  next: Signature<Role>,
): readonly Signature<Role>[] => signatures.map((signature) => (signature.id === next.id ? next : signature))
