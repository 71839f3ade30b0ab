import type { PeopleProposal } from '../people-proposal/model.ts'
import type { Changed, Notification } from './model.ts'

/** The security administrator when it comes in; the unit administrator when lines come back or all is done. */
export const peopleProposalNotifications = ({ after }: Changed<PeopleProposal>): readonly Notification[] => {
  const { state, unitId, standing, steps } = after
  const unit = { place: { unitIds: [unitId] }, posts: ['unitAdmin'] } as const
  switch (steps.at(-1)?.command) {
    case 'submit':
      return [
        {
          code: 'notification.peopleProposed',
          params: { unitId },
          to: [{ place: 'anywhere', posts: ['securityAdmin'] }],
        },
      ]
    case 'decide': {
      if (state === 'decided') return [{ code: 'notification.peopleDecided', to: [unit] }]
      const count = Object.values(standing.outcomes).filter(({ outcome }) => outcome === 'returned').length
      return state === 'returned'
        ? [{ code: 'notification.peopleReturned', params: { count: String(count) }, to: [unit] }]
        : []
    }
    default:
      return []
  }
}
