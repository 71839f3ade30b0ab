import type { PostKind } from '../ability/posts.ts'
import { type Circular, type Receiver, unsigned } from '../circular/model.ts'
import { unitSigners } from '../circular/transitions.ts'
import type { Audience, Changed, Notification } from './model.ts'

const audienceOf = (receivers: readonly Receiver[]): readonly Audience[] => {
  const unitIds = receivers.filter(({ key }) => key.startsWith('unit:')).map(({ unitId }) => unitId)
  const personIds = receivers.flatMap(({ personId }) => personId ?? [])
  const posts: readonly PostKind[] = unitSigners
  return [
    ...(unitIds.length > 0 ? [{ place: { unitIds }, posts }] : []),
    ...(personIds.length > 0 ? [{ personIds }] : []),
  ]
}

/** Who has to let it go out; then its receivers, who sign for it; those who have not, when the office urges; all of them when it is withdrawn. */
export const circularNotifications = ({ before, after }: Changed<Circular>): readonly Notification[] => {
  const { state, standing, content, unitId, steps } = after
  const last = steps.at(-1)
  switch (before === null ? 'begin' : last?.command) {
    case 'propose':
      return [
        {
          code: 'notification.circularToIssue',
          to: [{ place: { unitIds: [unitId] }, posts: ['steeringHead', 'officeDirector'] }],
        },
      ]
    case 'issue':
      return state === 'issued'
        ? [
            content.signBy === ''
              ? { code: 'notification.circularIssued', to: audienceOf(standing.receivers) }
              : {
                  code: 'notification.circularIssuedUntil',
                  params: { until: content.signBy },
                  to: audienceOf(standing.receivers),
                },
          ]
        : []
    case 'urge':
      return [{ code: 'notification.circularUrged', to: audienceOf(unsigned(after)) }]
    case 'withdraw':
      return [
        {
          code: 'notification.circularWithdrawn',
          params: { reason: last?.words ?? '' },
          to: audienceOf(standing.receivers),
        },
      ]
    default:
      return []
  }
}
