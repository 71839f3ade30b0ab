import type { ProgressReport } from '../progress-report/model.ts'
import { progressConfirmers } from '../progress-report/transitions.ts'
import type { Changed, Notification } from './model.ts'

/** Whoever confirms, of a report; whoever reported, of one that was sent back. */
export const progressNotifications = ({ after }: Changed<ProgressReport>): readonly Notification[] => {
  const { unitId, sectionId, period, steps } = after
  const last = steps.at(-1)
  const place = { unitIds: [unitId], ...(sectionId !== undefined && { sectionId }) }
  switch (last?.command) {
    case 'report':
      return [
        { code: 'notification.progressToConfirm', params: { period }, to: [{ place, posts: progressConfirmers }] },
      ]
    case 'return': {
      const reporters = steps.flatMap(({ command, by }) => (command === 'report' ? [by.personId] : []))
      return [
        {
          code: 'notification.progressReturned',
          params: { period, reason: last.words },
          to: [{ personIds: [...new Set(reporters)] }],
        },
      ]
    }
    default:
      return []
  }
}
