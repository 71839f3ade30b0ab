import { feedbackAnswerers, feedbackAskers } from '../feedback/decide.ts'
import type { Feedback, FeedbackQuestion } from '../feedback/model.ts'
import type { Changed, Notification } from './model.ts'

/** 初评反馈 to every unit of the round, once. */
export const feedbackNotifications = ({ before, after }: Changed<Feedback>): readonly Notification[] =>
  before === null
    ? [
        {
          code: 'notification.feedbackOpened',
          params: { until: after.until },
          to: [{ place: { unitIds: after.unitIds }, posts: feedbackAskers }],
        },
      ]
    : []

/** A question to the side that scored; its answer to the unit. */
export const questionNotifications = ({ before, after }: Changed<FeedbackQuestion>): readonly Notification[] => {
  const { unitId, words, answer } = after
  if (before === null) {
    const to = [{ place: 'scorer', posts: ['handler', ...feedbackAnswerers] }] as const
    return [{ code: 'notification.feedbackAsked', params: { unitId, reason: words }, to }]
  }
  if (!answer) return []
  const code = answer.kind === 'accepted' ? 'notification.feedbackAccepted' : 'notification.feedbackDeclined'
  return [{ code, params: { reason: answer.words }, to: [{ place: { unitIds: [unitId] }, posts: feedbackAskers }] }]
}
