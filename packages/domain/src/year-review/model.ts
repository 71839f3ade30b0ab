import type { Author } from '../kernel/command-context.ts'
import type { AnswerOutcome } from '../matter/model.ts'

/** 征集中 · 汇总中 · 待审定 · 已审定 · 已撤销. */
export const reviewStates = ['gathering', 'sorting', 'toTake', 'taken', 'cancelled'] as const
export type ReviewState = (typeof reviewStates)[number]

/** 经验做法 · 存在问题 · 意见 · 改进建议. */
export const reviewEntryKinds = ['practice', 'problem', 'opinion', 'change'] as const
export type ReviewEntryKind = (typeof reviewEntryKinds)[number]

/** What one unit brings: said once, of the year as a whole or of one indicator, and answered once. */
export interface ReviewEntry {
  readonly id: string
  readonly kind: ReviewEntryKind
  /** The indicator of the year plan that it is about, and its name there. */
  readonly node?: { readonly key: string; readonly name: string }
  readonly text: string
  /** 改进建议: what next year's plan should say. */
  readonly wanted?: string
  readonly by: Author
  readonly at: string
  readonly answer?: { readonly outcome: AnswerOutcome; readonly reason: string }
}

export interface ReviewContent {
  readonly title: string
  /** What units are asked to look at. */
  readonly asks: string
  /** Last day for entries. */
  readonly until: string
  /** One paragraph a line. */
  readonly summary: string
  /** Units that the year plan names: told when it opens and when it is taken. */
  readonly unitIds: readonly string[]
}

export interface ReviewStanding {
  readonly entries: readonly ReviewEntry[]
  readonly taking?: {
    readonly words: string
    readonly on: string
    readonly by: Author
    readonly scanDigest?: string
  }
  /** Drafts of later years in whose 方案校核 the changes that were accepted wait. */
  readonly carried: readonly { readonly planId: string; readonly planVersion: number; readonly on: string }[]
}

export interface ReviewStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 年度总结复盘: what worked, what did not, what should change, gathered of all units, taken by the head (沈8 附件1 六). */
export interface YearReview {
  readonly id: string
  /** The year plan that was carried out. */
  readonly planId: string
  readonly year: number
  /** The unit of the office. */
  readonly unitId: string
  readonly state: ReviewState
  readonly content: ReviewContent
  readonly standing: ReviewStanding
  readonly steps: readonly [ReviewStep, ...ReviewStep[]]
}

/** Taken up, wholly or in part. */
export const isTakenUp = ({ answer }: ReviewEntry): boolean => answer !== undefined && answer.outcome !== 'declined'

/** Changes that go on to next year's plan. */
export const acceptedChanges = ({ standing }: Pick<YearReview, 'standing'>): readonly ReviewEntry[] =>
  standing.entries.filter((entry) => entry.kind === 'change' && isTakenUp(entry))

export const canonicalReview = (review: YearReview) => ({ v: 1, noun: 'yearReview', ...review })
