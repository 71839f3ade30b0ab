import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { AnswerOutcome } from '../matter/model.ts'
import type { ReviewEntryKind, YearReview } from './model.ts'

export interface EntryAnswer {
  readonly entryId: string
  readonly outcome: AnswerOutcome
  readonly reason: string
}

export type ReviewCommand =
  | {
      readonly kind: 'contribute'
      readonly entryKind: ReviewEntryKind
      /** Empty: of the year as a whole. */
      readonly nodeKey: string
      readonly text: string
      readonly wanted: string
    }
  | { readonly kind: 'drop'; readonly entryId: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'answer'; readonly answers: readonly EntryAnswer[] }
  | { readonly kind: 'summarise'; readonly summary: string }
  | { readonly kind: 'propose' }
  | { readonly kind: 'take'; readonly words: string; readonly on: string; readonly scanDigest?: string }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'carry'; readonly planId: string; readonly planVersion: number; readonly year: number }
  | { readonly kind: 'cancel'; readonly reason: string }

export interface ReviewContext extends CommandContext {
  /** Indicators of the year plan in force, by key. */
  readonly nodes: ReadonlyMap<string, string>
}

export type ReviewErrorCode =
  | 'yearReview.notNow'
  | 'yearReview.notYours'
  | 'yearReview.otherUnit'
  | 'yearReview.untilPast'
  | 'yearReview.over'
  | 'yearReview.textMissing'
  | 'yearReview.wantedMissing'
  | 'yearReview.nodeUnknown'
  | 'yearReview.entryUnknown'
  | 'yearReview.reasonMissing'
  | 'yearReview.unanswered'
  | 'yearReview.summaryMissing'
  | 'yearReview.scanMissing'
  | 'yearReview.inFuture'
  | 'yearReview.nothingToCarry'
  | 'yearReview.notLater'
  | 'yearReview.carriedAlready'
  | 'yearReview.underWay'

export type ReviewEvent =
  | { readonly type: 'yearReviewBegun'; readonly reviewId: string }
  | { readonly type: 'yearReviewMoved'; readonly reviewId: string; readonly command: ReviewCommand }

export type ReviewRefusal = DomainError<ReviewErrorCode>

export type ReviewResult = Result<{ readonly next: YearReview; readonly events: readonly ReviewEvent[] }, ReviewRefusal>
