import type { PostKind } from '../ability/posts.ts'
import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import type { Feedback, FeedbackAnswerKind, FeedbackQuestion } from './model.ts'
import { isRunning } from './standing.ts'

/** Who may ask for the unit. */
export const feedbackAskers = ['unitReporter', 'unitHead', 'principal'] as const satisfies readonly PostKind[]
/** Who may say for the unit that it has no question left. */
export const feedbackAgreers = ['unitHead', 'principal'] as const satisfies readonly PostKind[]
/** Of the side that scored: those who may send a signed score back to be scored again. */
export const feedbackAnswerers = [
  'sectionHead',
  'leaderInCharge',
  'officeDirector',
] as const satisfies readonly PostKind[]

export type FeedbackErrorCode =
  | 'feedback.notWanted'
  | 'feedback.alreadyOpened'
  | 'feedback.notReady'
  | 'feedback.over'
  | 'feedback.agreedAlready'
  | 'feedback.ownOpen'
  | 'feedback.wordsMissing'
  | 'feedback.asked'
  | 'feedback.answered'
  | 'feedback.ownUnit'
export type FeedbackError = DomainError<FeedbackErrorCode>

export type FeedbackEvent =
  | { readonly type: 'feedbackOpened'; readonly feedback: Feedback }
  | { readonly type: 'feedbackAgreed'; readonly feedbackId: string; readonly unitId: string }
  | { readonly type: 'feedbackAsked'; readonly question: FeedbackQuestion }
  | {
      readonly type: 'feedbackAnswered'
      readonly questionId: string
      readonly kind: FeedbackAnswerKind
      readonly words: string
    }

type Outcome<T> = Result<{ readonly next: T; readonly events: readonly FeedbackEvent[] }, FeedbackError>

export interface OpeningGround {
  /** Working days the plan gives units to check; null where it has no feedback. */
  readonly workingDays: number | null
  /** Last of them, counted from the day after the opening. */
  readonly until: string
  readonly earlier: Feedback | undefined
  /** Sheets that are not signed through and verified yet, or items without one. */
  readonly notFinal: number
}

/** 发出初评反馈: once, over scores that all stand signed and verified. */
export const openFeedback = (
  given: Pick<Feedback, 'planId' | 'runDigest' | 'unitIds'>,
  { workingDays, until, earlier, notFinal }: OpeningGround,
  { newId, now, actor }: CommandContext,
): Outcome<Feedback> => {
  if (workingDays === null) return refuse('feedback.notWanted')
  if (earlier) return refuse('feedback.alreadyOpened', { params: { until: earlier.until } })
  if (notFinal > 0) return refuse('feedback.notReady', { params: { count: String(notFinal) } })
  const opened = { by: authorOf(actor), at: now }
  const next: Feedback = { id: newId(), ...given, workingDays, until, opened, agreed: [] }
  return ok({ next, events: [{ type: 'feedbackOpened', feedback: next }] })
}

const agreedOn = ({ agreed }: Feedback, unitId: string): boolean => agreed.some((one) => one.unitId === unitId)

/** 核对无异议: by the unit's head, once, with no question of the unit unanswered. */
export const agreeToFeedback = (
  feedback: Feedback,
  { unitId, openOfUnit }: { readonly unitId: string; readonly openOfUnit: number },
  { now, today, actor }: CommandContext,
): Outcome<Feedback> => {
  if (agreedOn(feedback, unitId)) return refuse('feedback.agreedAlready')
  if (!isRunning(feedback, today)) return refuse('feedback.over', { params: { until: feedback.until } })
  if (openOfUnit > 0) return refuse('feedback.ownOpen', { params: { count: String(openOfUnit) } })
  const agreed = [...feedback.agreed, { unitId, by: authorOf(actor), at: now }]
  return ok({
    next: { ...feedback, agreed },
    events: [{ type: 'feedbackAgreed', feedbackId: feedback.id, unitId }],
  })
}

/** 提出反馈意见: about one item of the unit, while units check; one at a time for an item. */
export const askFeedback = (
  feedback: Feedback,
  given: Pick<FeedbackQuestion, 'leafKey' | 'itemId' | 'unitId' | 'words' | 'files'>,
  pending: boolean,
  { newId, now, today, actor }: CommandContext,
): Outcome<FeedbackQuestion> => {
  if (agreedOn(feedback, given.unitId)) return refuse('feedback.agreedAlready')
  if (!isRunning(feedback, today)) return refuse('feedback.over', { params: { until: feedback.until } })
  if (!given.words) return refuse('feedback.wordsMissing', { at: 'words' })
  if (pending) return refuse('feedback.asked')
  const next: FeedbackQuestion = {
    id: newId(),
    planId: feedback.planId,
    ...given,
    by: authorOf(actor),
    at: now,
    state: 'open',
  }
  return ok({ next, events: [{ type: 'feedbackAsked', question: next }] })
}

/** 答复: once, in words whichever way it goes, and never about a unit of one's own. An accepted one lets the signed row fall (see sheet/fall). */
export const answerFeedback = (
  question: FeedbackQuestion,
  { kind, words }: { readonly kind: FeedbackAnswerKind; readonly words: string },
  { now, actor }: CommandContext,
): Outcome<FeedbackQuestion> => {
  if (question.state === 'answered') return refuse('feedback.answered')
  if (actor.ownUnitIds.includes(question.unitId)) return refuse('feedback.ownUnit')
  if (!words) return refuse('feedback.wordsMissing', { at: 'words' })
  return ok({
    next: { ...question, state: 'answered', answer: { kind, words, by: authorOf(actor), at: now } },
    events: [{ type: 'feedbackAnswered', questionId: question.id, kind, words }],
  })
}
