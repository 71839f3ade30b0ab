import type { Author, CommandContext } from '../kernel/command-context.ts'
import type { Hash } from '../kernel/digest.ts'
import type { Population } from './freeze-population.ts'
import type { Draw, Fallback, Finding, Opinion, SeedCommitment, SeedPart, Verification, Visit } from './model.ts'

export type VerificationCommand =
  | { readonly kind: 'commit'; readonly digest: string; readonly population: Population }
  | { readonly kind: 'reveal'; readonly value: string }
  | { readonly kind: 'fallBack'; readonly reason: string; readonly population: Population }
  | { readonly kind: 'witness'; readonly digest: string }
  | { readonly kind: 'draw'; readonly seedParts: readonly SeedPart[]; readonly witness: Author }
  | { readonly kind: 'cancelDraw'; readonly reason: string }
  | {
      readonly kind: 'recordVisit'
      readonly visit: Pick<Visit, 'unitId' | 'visitedOn' | 'memberIds' | 'record' | 'evidenceIds' | 'unitSide'>
    }
  | { readonly kind: 'giveOpinion'; readonly unitId: string; readonly finding: Finding }
  | { readonly kind: 'answer'; readonly unitId: string; readonly adopt: true }
  | { readonly kind: 'answer'; readonly unitId: string; readonly adopt: false; readonly reason: string }
  | { readonly kind: 'close' }

export interface VerificationContext extends CommandContext {
  readonly hash: Hash
  /** Units of the sheet now; a random draw is refused when they are no longer those of its list. */
  readonly sheetUnitIds: readonly string[]
  /** Rows that fell to adopted changes and are not signed again yet; needed to close. */
  readonly unsignedUnitIds: readonly string[]
  /** Every unit in which a person holds a post: who has an interest in a unit does not inspect it. */
  readonly unitsOf: (personId: string) => readonly string[]
}

export type VerificationEvent =
  | { readonly type: 'verificationPlanned'; readonly verification: Verification }
  | { readonly type: 'verificationCommitted'; readonly verificationId: string; readonly commitment: SeedCommitment }
  | {
      readonly type: 'verificationRevealed'
      readonly verificationId: string
      readonly personId: string
      readonly value: string
    }
  | { readonly type: 'verificationFellBack'; readonly verificationId: string; readonly fallback: Fallback }
  | {
      readonly type: 'verificationWitnessed'
      readonly verificationId: string
      readonly drawId: string
      readonly attestation: NonNullable<Draw['attestation']>
    }
  | { readonly type: 'verificationDrawn'; readonly verificationId: string; readonly draw: Draw }
  | {
      readonly type: 'verificationDrawCancelled'
      readonly verificationId: string
      readonly drawId: string
      readonly reason: string
    }
  | { readonly type: 'verificationVisited'; readonly verificationId: string; readonly visit: Visit }
  | { readonly type: 'verificationOpinionGiven'; readonly verificationId: string; readonly opinion: Opinion }
  /** When adopted, each proposed change follows as a `datumVerified` in the same command. */
  | { readonly type: 'verificationOpinionAnswered'; readonly verificationId: string; readonly opinion: Opinion }
  | { readonly type: 'verificationClosed'; readonly verificationId: string }
