import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { CreditClass, Gate } from '../plan/year-arithmetic.ts'
import type { CreditClaim, CreditDecision, CreditEntry, CreditFile, EntryKind } from './model.ts'

/** 同意 with points · 退回补充 · 不予认定. */
export type FirstReviewVerdict = 'agree' | 'return' | 'refuse'

export type CreditCommand =
  | { readonly kind: 'resubmit'; readonly claim: CreditClaim }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | {
      readonly kind: 'firstReview'
      readonly verdict: FirstReviewVerdict
      readonly points: string
      readonly reason: string
    }
  | { readonly kind: 'accept'; readonly accepted: true; readonly until: string }
  | { readonly kind: 'accept'; readonly accepted: false; readonly reason: string }
  | { readonly kind: 'giveStatement'; readonly words: string; readonly files: readonly CreditFile[] }
  | {
      readonly kind: 'review'
      readonly verdict: FirstReviewVerdict
      readonly points: string
      readonly matterOf?: string
      readonly reason: string
    }
  | { readonly kind: 'show'; readonly from: string; readonly until: string }
  | { readonly kind: 'object'; readonly words: string }
  | {
      readonly kind: 'answerObjection'
      readonly objectionId: string
      readonly upheld: boolean
      readonly reason: string
    }
  | { readonly kind: 'registerDecision'; readonly agreed: boolean; readonly decision: CreditDecision }
  | { readonly kind: 'lift'; readonly decision: CreditDecision }
  | { readonly kind: 'confirmDecision' }
  | { readonly kind: 'declineDecision'; readonly reason: string }

export type CreditEvent =
  | { readonly type: 'creditEntered'; readonly entry: CreditEntry }
  | { readonly type: 'creditMoved'; readonly entryId: string; readonly command: CreditCommand }

export interface CreditContext extends CommandContext {
  /** The office's unit: owner of the year plan. */
  readonly officeUnitId: string
  /** What the plan foresees; the entry must be of it. */
  readonly foreseen: Foreseen
  /** Whether the plan wants 公示 before the decision. */
  readonly publicNotice: boolean
  /** The earliest last day of a publicity that begins on this day, by the plan's working days; undefined where none can be counted. */
  readonly leastUntil?: (from: string) => string | undefined
  /** Other entries of the same unit and kind under this plan: of one of these it may be the same matter. */
  readonly siblings: readonly Pick<CreditEntry, 'id' | 'unitId' | 'kind' | 'standing'>[]
}

export interface Foreseen {
  readonly appraised: readonly string[]
  readonly credits: boolean
  readonly classes: readonly CreditClass[]
  readonly gates: readonly Gate[]
}

export type CreditErrorCode =
  | 'credit.notNow'
  | 'credit.notYours'
  | 'credit.otherUnit'
  | 'credit.ownUnit'
  | 'credit.samePerson'
  | 'credit.registerClosed'
  | 'credit.notAppraised'
  | 'credit.notForeseen'
  | 'credit.classMissing'
  | 'credit.classUnknown'
  | 'credit.gateUnknown'
  | 'credit.matterMissing'
  | 'credit.proofMissing'
  | 'credit.proofInFuture'
  | 'credit.filesMissing'
  | 'credit.pointsNotPositive'
  | 'credit.pointsRaised'
  | 'credit.reasonMissing'
  | 'credit.stillStating'
  | 'credit.untilPast'
  | 'credit.publicityShort'
  | 'credit.otherMatter'
  | 'credit.matterChain'
  | 'credit.notShown'
  | 'credit.stillShown'
  | 'credit.publicityOver'
  | 'credit.objectionOpen'
  | 'credit.noObjection'
  | 'credit.decisionMissing'
  | 'credit.decisionInFuture'
export type CreditError = DomainError<CreditErrorCode>

export interface CreditOutcome {
  readonly next: CreditEntry
  readonly events: readonly CreditEvent[]
}
export type CreditResult = Result<CreditOutcome, CreditError>

export interface EntryBegun {
  readonly kind: EntryKind
  readonly planId: string
  readonly unitId: string
  readonly reviewUnitId: string
  readonly claim: CreditClaim
}
