import type { CommandContext } from '../kernel/command-context.ts'
import type { DataElement } from '../plan/model.ts'
import type { Tallied } from '../routine-record/tally.ts'
import type { Confirmation, DatumValue, DatumVersion, LaterOutcome, LaterRelease, OnBehalf, Release } from './model.ts'

/** A figure as its author hands it in. */
export interface Report {
  readonly value: DatumValue
  readonly release: Release
  /** `YYYY-MM-DD`, not after the element's cut-off. */
  readonly asOf: string
  readonly evidenceIds: readonly string[]
  /** Needed from the second version on. */
  readonly reason?: string
  /** Needed after the due day. */
  readonly lateReason?: string
}

export type DatumCommand =
  | { readonly kind: 'start' }
  | ({ readonly kind: 'report' } & Report)
  | ({ readonly kind: 'reportOnBehalf'; readonly onBehalf: OnBehalf } & Report)
  | { readonly kind: 'open' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'confirm'; readonly gapReason?: string }
  /** 退回修改 to whoever reports it, or to the head who confirmed it: what is wrong, and until when it is put right. */
  | { readonly kind: 'return' | 'returnToHead'; readonly reason: string; readonly until: string }
  | {
      readonly kind: 'verify'
      readonly findingId: string
      readonly value: DatumValue
      readonly reason: string
      readonly evidenceIds: readonly string[]
    }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen'; readonly reason: string }
  /** 后续发布: what the body that gave a closed figure publishes after it. */
  | ({ readonly kind: 'publish' } & Pick<LaterRelease, 'release' | 'value' | 'asOf' | 'evidenceIds' | 'reason'>)
  | { readonly kind: 'confirmRelease' | 'withdrawRelease' }

export interface DatumContext extends CommandContext {
  readonly element: DataElement
  /** Names of required evidence entries that nothing is attached to (see evidence/gaps). */
  readonly missingEvidence: readonly string[]
  /** What 平时记录 come to, for an element that takes its figure from them; absent where nothing is saved (a preview). */
  readonly tallied?: Tallied
  /** Who of the next post opened the last version first, by name, and when; absent while nobody has. */
  readonly opened?: { readonly name: string; readonly when: string }
}

export type DatumEvent =
  | { readonly type: 'datumStarted'; readonly datumId: string }
  | { readonly type: 'datumReported'; readonly datumId: string; readonly version: DatumVersion }
  | { readonly type: 'datumOpened'; readonly datumId: string; readonly version: number }
  | { readonly type: 'datumWithdrawn'; readonly datumId: string; readonly version: number }
  | { readonly type: 'datumConfirmed'; readonly datumId: string; readonly confirmation: Confirmation }
  | {
      readonly type: 'datumReturned'
      readonly datumId: string
      readonly version: number
      readonly addressee: 'reporter' | 'head'
      readonly reason: string
      readonly until: string
    }
  | { readonly type: 'datumVerified'; readonly datumId: string; readonly version: DatumVersion }
  | { readonly type: 'releasePublished'; readonly datumId: string; readonly later: LaterRelease }
  | {
      readonly type: 'releaseSettled'
      readonly datumId: string
      readonly later: number
      readonly outcome: LaterOutcome['kind']
    }
  | { readonly type: 'datumClosed'; readonly datumId: string; readonly version: number }
  /** The datum left `closed`: whatever cites it falls (see sheet/fall). */
  | { readonly type: 'datumReopened'; readonly datumId: string; readonly version: number; readonly reason: string }
