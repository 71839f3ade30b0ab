import type { YearReview } from '../year-review/model.ts'
import type { Changed, Notification } from './model.ts'

/** All that the plan names when it opens and when it is taken; the head when it waits for the head. */
export const reviewNotifications = ({ before, after }: Changed<YearReview>): readonly Notification[] => {
  const { content, unitId, steps } = after
  const all = {
    place: { unitIds: content.unitIds },
    posts: ['unitReporter', 'unitHead', 'handler', 'sectionHead'],
  } as const
  switch (before === null ? 'begin' : steps.at(-1)?.command) {
    case 'begin':
      return [{ code: 'notification.reviewOpened', params: { until: content.until }, to: [all] }]
    case 'propose':
      return [{ code: 'notification.reviewToTake', to: [{ place: { unitIds: [unitId] }, posts: ['steeringHead'] }] }]
    case 'take':
      return [{ code: 'notification.reviewTaken', to: [all] }]
    default:
      return []
  }
}
