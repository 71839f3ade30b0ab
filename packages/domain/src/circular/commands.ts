import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { Circular, CircularContent, Letterhead, Receiver } from './model.ts'

export type CircularCommand =
  | { readonly kind: 'edit'; readonly content: CircularContent }
  | { readonly kind: 'propose' }
  | {
      readonly kind: 'issue'
      readonly on: string
      /** Of 通知 and 通报; a briefing takes the next issue of its year. */
      readonly documentNumber: string
      /** The draft signed by hand, where somebody else than head or director enters it. */
      readonly scanDigest?: string
    }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'discard'; readonly reason: string }
  | { readonly kind: 'sign'; readonly key: string }
  | { readonly kind: 'registerReceipt'; readonly key: string; readonly scanDigest: string }
  | { readonly kind: 'urge' }
  | { readonly kind: 'withdraw'; readonly reason: string }

export interface CircularContext extends CommandContext {
  /** Whom the content addresses today, each once. */
  readonly receivers: readonly Receiver[]
  /** Posts that it addresses and nobody holds today: `云岭市财政局科室负责人`. */
  readonly vacant: readonly string[]
  /** 第N期: the next issue of a briefing of this unit in the year of its day. */
  readonly nextIssue: number
  /** The red head that the content chose, or the unit's own for the kind. */
  readonly letterhead: Letterhead
  /** Whether the meeting named in the content is one of this unit that has decided. */
  readonly meetingDecided: boolean
}

export type CircularErrorCode =
  | 'circular.notNow'
  | 'circular.notYours'
  | 'circular.otherUnit'
  | 'circular.titleMissing'
  | 'circular.bodyMissing'
  | 'circular.sourceMissing'
  | 'circular.meetingMissing'
  | 'circular.meetingUnknown'
  | 'circular.receiversMissing'
  | 'circular.nobodyThere'
  | 'circular.signByPast'
  | 'circular.samePerson'
  | 'circular.scanMissing'
  | 'circular.numberMissing'
  | 'circular.inFuture'
  | 'circular.reasonMissing'
  | 'circular.notReceiver'
  | 'circular.alreadySigned'
  | 'circular.allSigned'
  | 'circular.urgedToday'

export type CircularEvent =
  | { readonly type: 'circularBegun'; readonly circularId: string }
  | { readonly type: 'circularMoved'; readonly circularId: string; readonly command: CircularCommand }

export interface CircularOutcome {
  readonly next: Circular
  readonly events: readonly CircularEvent[]
}
export type CircularResult = Result<CircularOutcome, DomainError<CircularErrorCode>>
