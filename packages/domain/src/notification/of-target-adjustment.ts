import { conveners } from '../meeting/transitions.ts'
import type { TargetAdjustment } from '../target-adjustment/model.ts'
import { adjustmentDrafters, leadSpeakers } from '../target-adjustment/transitions.ts'
import type { Changed, Notification, PostAudience } from './model.ts'

const of = (unitId: string, posts: PostAudience['posts']): PostAudience => ({ place: { unitIds: [unitId] }, posts })

/** Whom each step passes it on to; the reply goes to the unit and to whoever leads the indicator. */
export const adjustmentNotifications = ({ before, after }: Changed<TargetAdjustment>): readonly Notification[] => {
  const { unitId, leadUnitId, officeUnitId, standing, steps, state } = after
  const last = steps.at(-1)
  const office = of(officeUnitId, conveners)
  const unit = of(unitId, adjustmentDrafters)
  switch (before === null ? 'begin' : last?.command) {
    case 'send':
      return [{ code: 'notification.adjustmentSent', to: [state === 'office' ? office : of(leadUnitId, leadSpeakers)] }]
    case 'giveOpinion':
      return [{ code: 'notification.adjustmentOpinion', to: [office] }]
    case 'return':
      return [{ code: 'notification.adjustmentReturned', params: { reason: last?.words ?? '' }, to: [unit] }]
    case 'propose':
      return [{ code: 'notification.adjustmentToDecide', to: [of(officeUnitId, ['steeringHead'])] }]
    case 'reply':
      return [
        {
          code: 'notification.adjustmentReplied',
          params: { number: standing.reply?.documentNumber ?? '' },
          to: [unit, of(leadUnitId, [...leadSpeakers, 'handler'])],
        },
      ]
    default:
      return []
  }
}
