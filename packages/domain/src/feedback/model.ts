import type { Author } from '../kernel/command-context.ts'

/** 初评反馈: the signed first scores of a lead unit's plan, told to every appraised unit before they are locked; once a plan. */
export interface Feedback {
  readonly id: string
  readonly planId: string
  /** The run that holds the scores as they were told; every 扣分告知书 of the round is read from it. */
  readonly runDigest: string
  readonly unitIds: readonly string[]
  /** As the plan said on the day. */
  readonly workingDays: number
  /** `YYYY-MM-DD`: the last day on which a unit may ask. */
  readonly until: string
  readonly opened: Stamp
  /** 核对无异议, unit by unit, in the order given. */
  readonly agreed: readonly (Stamp & { readonly unitId: string })[]
}

interface Stamp {
  readonly by: Author
  /** RFC 3339 */
  readonly at: string
}

/** 待答复 · 已答复. A question is not taken back: the answer says what became of it. */
export const feedbackQuestionStates = ['open', 'answered'] as const
export type FeedbackQuestionState = (typeof feedbackQuestionStates)[number]

/** 采纳，重新评分 · 不采纳. */
export const feedbackAnswers = ['accepted', 'declined'] as const
export type FeedbackAnswerKind = (typeof feedbackAnswers)[number]

/** 反馈意见: what a unit has to say about one of its scores, with evidence. */
export interface FeedbackQuestion {
  readonly id: string
  readonly planId: string
  readonly leafKey: string
  readonly itemId: string
  readonly unitId: string
  readonly words: string
  readonly files: readonly { readonly digest: string; readonly name: string }[]
  readonly by: Author
  readonly at: string
  readonly state: FeedbackQuestionState
  readonly answer?: FeedbackAnswer
}

export interface FeedbackAnswer extends Stamp {
  readonly kind: FeedbackAnswerKind
  /** What is scored again and why, or why the score stands. */
  readonly words: string
}

export const canonicalFeedback = (feedback: Feedback) => ({ v: 1, noun: 'feedback', ...feedback })
export const canonicalFeedbackQuestion = (question: FeedbackQuestion) => ({
  v: 1,
  noun: 'feedbackQuestion',
  ...question,
})
