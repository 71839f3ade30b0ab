import type { Author, Proof } from '../kernel/command-context.ts'

/**
 * 待核对 (registered from paper, not yet confirmed by a second person) · 有效 · 核对不符 · 失效.
 * A signature is never changed or deleted: each of these is a new row that names it.
 */
export const signatureStates = ['registered', 'standing', 'refused', 'voided'] as const
export type SignatureState = (typeof signatureStates)[number]

/** A natural person's agreement with content named by its digest, under one post, in one role. */
export interface Signature<Role extends string = string> {
  readonly id: string
  readonly role: Role
  readonly signer: Author
  /** Of the canonical content; the signature falls when the content moves. */
  readonly digest: string
  /** The day written beside the name; on screen the day of the act. */
  readonly signedOn: string
  /** RFC 3339, when the platform learned of it. */
  readonly recordedAt: string
  readonly opinion?: string
  readonly means: Means
  readonly state: SignatureState
  readonly voiding?: { readonly at: string; readonly by: Author; readonly cause: string }
}

/** Shown as what it is: 内部审批确认 (never 可靠电子签名: the key is the server's), 纸质原件 a scan that two people stand behind. */
export type Means =
  /** `proof` is absent in signatures from before it was kept. */
  | { readonly kind: 'screen'; readonly proof?: Proof }
  | {
      readonly kind: 'paper'
      readonly scanDigest: string
      readonly registeredBy: Author
      readonly confirmedBy?: Author
    }

export const isStanding = (signature: Signature): boolean => signature.state === 'standing'

/** How strong a signature is, from the weakest that is known: on screen with nothing said of the proof, by password, with a second factor, on paper. */
export const signatureStrengths = ['screen', 'password', 'secondFactor', 'paper'] as const
export type SignatureStrength = (typeof signatureStrengths)[number]

export const strengthOf = (means: Means): SignatureStrength =>
  means.kind === 'paper' ? 'paper' : (means.proof ?? 'screen')
