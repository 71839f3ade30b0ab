import type { Author, CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type {
  Objection,
  ObjectionContent,
  ObjectionDecider,
  ObjectionFile,
  ObjectionImpact,
  ObjectionStanding,
  ScoreFound,
} from './model.ts'

/** What the group or its delegate decided, as it was said. */
export interface DecisionGiven {
  readonly by: ObjectionDecider
  readonly found: ScoreFound
  readonly body: string
  readonly decidedOn: string
  readonly words: string
  readonly number?: string
  readonly scanDigest?: string
  /** 影响范围 as it is now; absent where the score is kept. */
  readonly impact?: ObjectionImpact
  /** Whether that is what lay before who decided. */
  readonly seen: boolean
}

export type ObjectionCommand =
  | { readonly kind: 'edit'; readonly content: ObjectionContent }
  | { readonly kind: 'send' }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'register'; readonly receipt: NonNullable<ObjectionStanding['receipt']> }
  | { readonly kind: 'decline'; readonly reason: string }
  | {
      readonly kind: 'answer'
      readonly facts: string
      readonly found: ScoreFound
      readonly reason: string
      readonly files: readonly ObjectionFile[]
    }
  | { readonly kind: 'rescore'; readonly found: ScoreFound; readonly reason: string }
  | ({ readonly kind: 'decide' } & DecisionGiven)
  | { readonly kind: 'confirm' }
  | { readonly kind: 'sendBack'; readonly reason: string }

/** The window of a published result, and who is kept from scoring again. */
export interface ObjectionContext extends CommandContext {
  /** Last working day for objections; null where the plan opens no window, so that only letters to the office count. */
  readonly until: string | null
  readonly issuedOn: string
  /** Accounts of everybody who signed the row, with other accounts of the same natural persons. */
  readonly signers: readonly string[]
  /** Accounts of the natural person who answered. */
  readonly answeredBy: readonly string[]
  /** Units in which this natural person holds a post under any account. */
  readonly ownUnitIds: readonly string[]
  /** Who may decide under the plan. */
  readonly decider: ObjectionDecider
}

export type ObjectionErrorCode =
  | 'objection.notNow'
  | 'objection.notYours'
  | 'objection.otherUnit'
  | 'objection.reasonMissing'
  | 'objection.factsMissing'
  | 'objection.noWindow'
  | 'objection.windowOver'
  | 'objection.receivedLate'
  | 'objection.receivedEarly'
  | 'objection.scanMissing'
  | 'objection.already'
  | 'objection.ownUnit'
  | 'objection.signedIt'
  | 'objection.answeredIt'
  | 'objection.outOfRange'
  | 'objection.unchanged'
  | 'objection.wordsMissing'
  | 'objection.bodyMissing'
  | 'objection.inFuture'
  | 'objection.groupDecides'
  | 'objection.directorDecides'
  | 'objection.impactMoved'
  | 'objection.samePerson'

export type ObjectionEvent =
  | { readonly type: 'objectionBegun'; readonly objectionId: string }
  | { readonly type: 'objectionMoved'; readonly objectionId: string; readonly command: ObjectionCommand }

export type ObjectionError = DomainError<ObjectionErrorCode>
export type ObjectionResult = Result<
  { readonly next: Objection; readonly events: readonly ObjectionEvent[] },
  ObjectionError
>

/** Decided by two people over minutes, outside this workflow's own two. */
export type DecidedElsewhere = DecisionGiven & { readonly recordedBy: Author }
