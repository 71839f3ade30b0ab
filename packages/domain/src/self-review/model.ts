import type { Author } from '../kernel/command-context.ts'
import type { ExactText } from '../kernel/exact.ts'

/** 填写中 · 已签字 · 已退回 */
export const selfReviewStates = ['draft', 'signed', 'returned'] as const
export type SelfReviewState = (typeof selfReviewStates)[number]

/** 自查自评: what a unit gives itself on each of its items under a plan, why, and its report; counts for nothing, stands beside every later score. */
export interface SelfReview {
  readonly id: string
  readonly planId: string
  readonly unitId: string
  readonly state: SelfReviewState
  readonly rows: readonly SelfReviewRow[]
  /** 自评报告: what was done, what was not, and why. */
  readonly report: string
  readonly saved: Stamp
  /** Of the principal, over exactly this text; absent until signed, and again after a return. */
  readonly signed?: Stamp & { readonly digest: string }
  /** Why it came back; present exactly while it is returned. */
  readonly returned?: Stamp & { readonly reason: string }
}

export interface SelfReviewRow {
  readonly itemId: string
  /** Absent while nothing is filled in. */
  readonly points?: ExactText
  /** Why points are missing; not asked for where the unit gives itself full marks. */
  readonly reason: string
}

interface Stamp {
  readonly by: Author
  /** RFC 3339 */
  readonly at: string
}

export const canonicalSelfReview = (review: SelfReview) => ({ v: 1, noun: 'selfReview', ...review })

/** What a principal signs: the points, the reasons and the report, in the order of the plan. */
export const signedText = ({ planId, unitId, rows, report }: SelfReview) => ({
  v: 1,
  noun: 'selfReviewText',
  planId,
  unitId,
  rows,
  report,
})
