import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { PlanContent } from '../plan/model.ts'
import type { AdjustmentWindow } from '../plan/settings.ts'
import type { Adjusted, AdjustmentContent, TargetAdjustment, TouchedItem } from './model.ts'

/** What a unit writes; the item as the plan says it is added from the plan. */
export type AdjustmentRequest = Omit<AdjustmentContent, 'was' | 'adjusted'> & { readonly adjusted: Adjusted }

export type AdjustmentCommand =
  | { readonly kind: 'edit'; readonly request: AdjustmentRequest }
  | { readonly kind: 'send' }
  | { readonly kind: 'giveOpinion'; readonly agreed: boolean; readonly words: string }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'propose'; readonly words: string }
  | {
      readonly kind: 'decide'
      readonly agreed: boolean
      readonly words: string
      readonly on: string
      readonly scanDigest?: string
      /** The meeting that decided, with the number of its minutes. */
      readonly meeting?: string
    }
  | {
      readonly kind: 'reply'
      readonly documentNumber: string
      readonly on: string
      readonly effectiveOn: string
    }
  | { readonly kind: 'revise'; readonly planVersion: number }
  | { readonly kind: 'withdraw'; readonly reason: string }

export interface AdjustmentContext extends CommandContext {
  /** The version in force. */
  readonly plan: PlanContent
  /** Of the year plan, else of the plan; absent: the whole year, decided by the head. */
  readonly window: AdjustmentWindow | 'none' | undefined
  /** Whether entries beside the indicators may give a bonus in this year. */
  readonly hasBonus: boolean
  readonly touched: readonly TouchedItem[]
  /** `opinionDays` from today; absent where the calendar ends before. */
  readonly opinionDue?: string
}

export type AdjustmentErrorCode =
  | 'targetAdjustment.notNow'
  | 'targetAdjustment.notYours'
  | 'targetAdjustment.otherUnit'
  | 'targetAdjustment.notForeseen'
  | 'targetAdjustment.tooLate'
  | 'targetAdjustment.itemUnknown'
  | 'targetAdjustment.unitUnknown'
  | 'targetAdjustment.noLead'
  | 'targetAdjustment.noTarget'
  | 'targetAdjustment.targetUnread'
  | 'targetAdjustment.unchanged'
  | 'targetAdjustment.nameMissing'
  | 'targetAdjustment.sameName'
  | 'targetAdjustment.markUnread'
  | 'targetAdjustment.placeUnknown'
  | 'targetAdjustment.marksRule'
  | 'targetAdjustment.marksTooFew'
  | 'targetAdjustment.weighted'
  | 'targetAdjustment.noBonus'
  | 'targetAdjustment.ownScorer'
  | 'targetAdjustment.reasonMissing'
  | 'targetAdjustment.groundMissing'
  | 'targetAdjustment.filesMissing'
  | 'targetAdjustment.wordsMissing'
  | 'targetAdjustment.scanMissing'
  | 'targetAdjustment.byMeeting'
  | 'targetAdjustment.inFuture'
  | 'targetAdjustment.numberMissing'
  | 'targetAdjustment.replyBefore'
  | 'targetAdjustment.effectiveOutside'
  | 'targetAdjustment.notAgreed'

export type AdjustmentEvent =
  | { readonly type: 'targetAdjustmentBegun'; readonly adjustmentId: string }
  | { readonly type: 'targetAdjustmentMoved'; readonly adjustmentId: string; readonly command: AdjustmentCommand }

export type AdjustmentRefusal = DomainError<AdjustmentErrorCode>

export type AdjustmentResult = Result<
  { readonly next: TargetAdjustment; readonly events: readonly AdjustmentEvent[] },
  AdjustmentRefusal
>
