import type { DomainError } from '../kernel/result.ts'
import type { Feedback } from './model.ts'

/** Where the feedback of a plan stands, as a lock asks. */
export interface FeedbackStanding {
  /** Whether the plan wants it at all (方案设定，默认不设). */
  readonly wanted: boolean
  /** Absent until it was opened. */
  readonly feedback?: Feedback | undefined
  /** Unanswered questions, each by the names of its unit and indicator. */
  readonly open: readonly string[]
}

export type FeedbackBlockCode = 'feedback.notOpened' | 'feedback.running' | 'feedback.unanswered'

/** A round is over after its last day, or before it once every unit has said that it has no question left. */
export const isRunning = ({ until, unitIds, agreed }: Feedback, today: string): boolean =>
  today <= until && unitIds.some((unitId) => agreed.every((one) => one.unitId !== unitId))

/** What keeps scores from being locked: told to nobody yet, units still checking, questions without an answer. Pure reading of the day. */
export const feedbackBlockers = (
  { wanted, feedback, open }: FeedbackStanding,
  today: string,
): readonly DomainError<FeedbackBlockCode>[] => {
  if (!feedback) return wanted ? [{ code: 'feedback.notOpened' }] : []
  const running = isRunning(feedback, today)
    ? [{ code: 'feedback.running' as const, params: { until: feedback.until } }]
    : []
  const named = open.slice(0, 5).join('、')
  const unanswered =
    open.length === 0
      ? []
      : [{ code: 'feedback.unanswered' as const, params: { count: String(open.length), names: named } }]
  return [...running, ...unanswered]
}
