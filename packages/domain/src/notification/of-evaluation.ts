import type { Evaluation } from '../evaluation/model.ts'
import type { Changed, Notification } from './model.ts'

/** Everybody on a roster, when the round opens. */
export const evaluationNotifications = ({ before, after }: Changed<Evaluation>): readonly Notification[] => {
  const { opening } = after.standing
  if (before?.state !== 'draft' || after.state !== 'open' || !opening) return []
  const personIds = [...new Set(opening.evaluators.map(({ personId }) => personId))]
  if (personIds.length === 0) return []
  const { opensOn: from, closesOn: until } = after.content
  return [{ code: 'notification.evaluationOpened', params: { from, until }, to: [{ personIds }] }]
}
