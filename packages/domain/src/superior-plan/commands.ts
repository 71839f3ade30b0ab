import type { QuantityCode } from '../kernel/quantity.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type {
  IndicatorScore,
  IndicatorShare,
  SuperiorDocument,
  SuperiorIndicator,
  SuperiorPlan,
  SuperiorVerdict,
} from './model.ts'
import type { ProgressCalendar } from './rounds.ts'

/** As typed or read from a table; a new one has no key yet. */
export type GivenIndicator = Omit<SuperiorIndicator, 'key'> & { readonly key?: string }
export type GivenShare = Omit<IndicatorShare, 'key'>

export type SuperiorPlanCommand =
  | { readonly kind: 'edit'; readonly document: SuperiorDocument }
  | { readonly kind: 'setIndicators'; readonly indicators: readonly GivenIndicator[] }
  | { readonly kind: 'divide'; readonly shares: readonly GivenShare[] }
  | { readonly kind: 'schedule'; readonly calendar: ProgressCalendar }
  | { readonly kind: 'issue'; readonly reason: string }
  | { readonly kind: 'selfScore'; readonly scores: readonly IndicatorScore[] }
  | ({ readonly kind: 'registerVerdict' } & Omit<SuperiorVerdict, 'by'>)
  | { readonly kind: 'revise'; readonly reason: string }
  | { readonly kind: 'cancel'; readonly reason: string }

export type SuperiorPlanErrorCode =
  | 'superiorPlan.notNow'
  | 'superiorPlan.notYours'
  | 'superiorPlan.otherUnit'
  | 'superiorPlan.titleMissing'
  | 'superiorPlan.issuerMissing'
  | 'superiorPlan.nameMissing'
  | 'superiorPlan.nameTwice'
  | 'superiorPlan.notPositive'
  | 'superiorPlan.indicatorUnknown'
  | 'superiorPlan.shareTwice'
  | 'superiorPlan.unitUnknown'
  | 'superiorPlan.sectionUnknown'
  | 'superiorPlan.noticeEmpty'
  | 'superiorPlan.tableFaults'
  | 'superiorPlan.calendarWrong'
  | 'superiorPlan.scoreNegative'
  | 'superiorPlan.verdictMissing'
  | 'superiorPlan.verdictInFuture'
  | 'superiorPlan.nothingDivided'
  | 'superiorPlan.breakdownFaults'
  | 'superiorPlan.reasonMissing'

export type SuperiorPlanEvent =
  | { readonly type: 'superiorPlanBegun'; readonly superiorPlanId: string }
  | { readonly type: 'superiorPlanMoved'; readonly superiorPlanId: string; readonly command: SuperiorPlanCommand }

export type SuperiorPlanRefusal = DomainError<SuperiorPlanErrorCode | QuantityCode>

export type SuperiorPlanResult = Result<
  { readonly next: SuperiorPlan; readonly events: readonly SuperiorPlanEvent[] },
  SuperiorPlanRefusal
>
