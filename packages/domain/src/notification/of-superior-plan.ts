import { breakdownFaults } from '../superior-plan/breakdown.ts'
import { bearers, inForce, type SuperiorPlan, sharePosts } from '../superior-plan/model.ts'
import type { Changed, Notification } from './model.ts'

/** Who bears something, of what was issued; the head of the office, once what is divided holds together. */
export const superiorPlanNotifications = ({ before, after }: Changed<SuperiorPlan>): readonly Notification[] => {
  const to = [{ place: { unitIds: bearers(after) }, posts: [...sharePosts, 'unitHead'] }] as const
  switch (after.steps.at(-1)?.command) {
    case 'issue': {
      const issued = inForce(after)
      return issued && issued.number > 1
        ? [{ code: 'notification.breakdownReissued', params: { reason: issued.reason }, to }]
        : [{ code: 'notification.breakdownIssued', to }]
    }
    case 'divide': {
      const wasReady =
        before !== null && before.content.shares.length > 0 && breakdownFaults(before.content).length === 0
      return wasReady || breakdownFaults(after.content).length > 0
        ? []
        : [
            {
              code: 'notification.breakdownToIssue',
              to: [{ place: { unitIds: [after.unitId] }, posts: ['officeDirector'] }],
            },
          ]
    }
    default:
      return []
  }
}
