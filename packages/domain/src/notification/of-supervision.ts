import { doers } from '../assigned-task/model.ts'
import { conveners } from '../meeting/transitions.ts'
import type { Rectification } from '../rectification/model.ts'
import type { Supervision } from '../supervision/model.ts'
import type { SupervisionVisit } from '../supervision-visit/model.ts'
import type { Changed, Notification } from './model.ts'

const inUnit = (unitId: string) => [{ place: { unitIds: [unitId] }, posts: doers }]
const inOffice = (unitId: string) => [{ place: { unitIds: [unitId] }, posts: conveners }]

/** The head, of an order that waits. */
export const supervisionNotifications = ({ before, after }: Changed<Supervision>): readonly Notification[] =>
  before !== null && after.steps.at(-1)?.command === 'propose'
    ? [
        {
          code: 'notification.supervisionToOrder',
          to: [{ place: { unitIds: [after.unitId] }, posts: ['steeringHead'] }],
        },
      ]
    : []

/** The visited unit, of what was found there; the office, of what the unit said. */
export const visitNotifications = ({ before, after }: Changed<SupervisionVisit>): readonly Notification[] => {
  switch (before === null ? 'begin' : after.steps.at(-1)?.command) {
    case 'send':
      return [
        {
          code: 'notification.visitToState',
          params: { until: after.standing.sent?.until ?? '' },
          to: inUnit(after.unitId),
        },
      ]
    case 'state':
      return [{ code: 'notification.visitStated', to: inOffice(after.fromUnitId) }]
    default:
      return []
  }
}

/** The unit, of what it has to put right and of what became of it; the office, of what waits for its check. */
export const rectificationNotifications = ({ before, after }: Changed<Rectification>): readonly Notification[] => {
  const { due, steps } = after
  const reason = steps.at(-1)?.words ?? ''
  switch (before === null ? 'begin' : steps.at(-1)?.command) {
    case 'begin':
      return [{ code: 'notification.rectificationOrdered', params: { due }, to: inUnit(after.unitId) }]
    case 'report':
      return [{ code: 'notification.rectificationToCheck', to: inOffice(after.fromUnitId) }]
    case 'return':
      return [{ code: 'notification.rectificationReturned', params: { due, reason }, to: inUnit(after.unitId) }]
    case 'close':
      return [{ code: 'notification.rectificationClosed', to: inUnit(after.unitId) }]
    default:
      return []
  }
}
