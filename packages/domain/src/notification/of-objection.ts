import { conveners } from '../meeting/transitions.ts'
import type { Objection } from '../objection/model.ts'
import { objectionAnswerers, objectionDrafters, objectionRescorers } from '../objection/transitions.ts'
import type { Changed, Notification, PostAudience } from './model.ts'

/** Each step to whoever acts on it next; the decision to the unit and to who scored. Units that a corrected result moves are told with its issue. */
export const objectionNotifications = ({ before, after }: Changed<Objection>): readonly Notification[] => {
  const { score, standing, state } = after
  if (before?.state === state) return []
  const { unitId, officeUnitId, scorer } = score
  const ofUnit: PostAudience = { place: { unitIds: [unitId] }, posts: objectionDrafters }
  const ofOffice: PostAudience = { place: { unitIds: [officeUnitId] }, posts: conveners }
  const { receipt, decision } = standing
  const reason = after.steps.at(-1)?.words ?? ''
  const number = receipt?.documentNumber ?? ''
  switch (state) {
    case 'sent':
      return [{ code: 'notification.objectionSent', params: { unitId }, to: [ofOffice] }]
    case 'answering': {
      const days = { number, until: receipt?.answerBy ?? '' }
      return [
        {
          code: 'notification.objectionToAnswer',
          params: days,
          to: [{ place: scorerOf(scorer), posts: objectionAnswerers }],
        },
        { code: 'notification.objectionRegistered', params: { number, until: receipt?.decideBy ?? '' }, to: [ofUnit] },
      ]
    }
    case 'declined':
      return [{ code: 'notification.objectionDeclined', params: { reason }, to: [ofUnit] }]
    case 'rescoring':
      return [
        {
          code: 'notification.objectionToRescore',
          params: { number },
          to: [{ place: { unitIds: [scorer.unitId] }, posts: objectionRescorers }],
        },
      ]
    case 'toDecide':
      return [{ code: 'notification.objectionToDecide', params: { number }, to: [ofOffice] }]
    case 'kept':
    case 'corrected': {
      const code = state === 'kept' ? 'notification.objectionKept' : 'notification.objectionCorrected'
      const told: PostAudience = { place: { unitIds: [scorer.unitId] }, posts: objectionRescorers }
      return [{ code, params: { number, reason: decision?.words ?? '' }, to: [ofUnit, told] }]
    }
    default:
      return []
  }
}

const scorerOf = ({ unitId, sectionId }: Objection['score']['scorer']) => ({
  unitIds: [unitId],
  ...(sectionId !== undefined && { sectionId }),
})
