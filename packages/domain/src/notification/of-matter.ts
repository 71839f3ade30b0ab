import type { Asked, ImportantMatter } from '../matter/model.ts'
import type { Changed, Notification } from './model.ts'

const people = (asked: readonly Asked[]) => [{ personIds: asked.flatMap(({ personId }) => personId ?? []) }]

/** Members who are asked; the head it goes to; what was decided, to those who were asked and, where so set, to all afterwards. */
export const matterNotifications = ({ before, after }: Changed<ImportantMatter>): readonly Notification[] => {
  const { standing, steps, unitId } = after
  const last = steps.at(-1)
  switch (before === null ? 'begin' : last?.command) {
    case 'seek':
      return [
        {
          code: 'notification.matterOpinionAsked',
          params: { until: standing.round?.until ?? '' },
          to: people(standing.round?.asked ?? []),
        },
      ]
    case 'propose':
    case 'proposeDirect':
      return [{ code: 'notification.matterToApprove', to: [{ place: { unitIds: [unitId] }, posts: ['steeringHead'] }] }]
    case 'approve':
      return [
        {
          code: 'notification.matterApproved',
          to: people([...(standing.round?.asked ?? []), ...(standing.approval?.told ?? [])]),
        },
      ]
    default:
      return []
  }
}
