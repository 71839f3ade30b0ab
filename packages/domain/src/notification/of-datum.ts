import type { PostKind } from '../ability/posts.ts'
import { askedPlace } from '../datum/asked.ts'
import { currentVersion, type Datum } from '../datum/model.ts'
import { type Changed, type Notification, type NotificationCode, type PostAudience, peopleOf } from './model.ts'

/** Who gives figures in a body, and who stands behind them. */
const givers: readonly PostKind[] = ['unitReporter', 'unitHead', 'dataProvider', 'handler', 'sectionHead']

const askedSide = (datum: Datum): PostAudience => {
  const { unitId, sectionId } = askedPlace(datum)
  return { place: { unitIds: [unitId], ...(sectionId !== undefined && { sectionId }) }, posts: givers }
}

const scoringSide: PostAudience = { place: 'scorer', posts: ['handler', 'officeStaff'] }

/** A new version of the plan sends back without a day. */
const returnedCode = ({ state, extension }: Datum): NotificationCode => {
  if (state !== 'returned') return 'notification.datumReturnedToHead'
  return extension === undefined ? 'notification.datumReturned' : 'notification.datumReturnedUntil'
}

/**
 * 退回、重新开放、逾期补报、代录、核验改数. An ordinary report tells nobody: whoever confirms finds it among the tasks, and on
 * the last day hundreds come in at once.
 */
export const datumNotifications = ({ before, after }: Changed<Datum>): readonly Notification[] => {
  if (before === null) return []
  const told: Notification[] = []
  const last = currentVersion(after)
  if (after.returnReason !== undefined && before.returnReason === undefined) {
    const until = after.extension?.until
    const params = { reason: after.returnReason, ...(until !== undefined && { until }) }
    told.push({ code: returnedCode(after), params, to: [askedSide(after), peopleOf([last?.author])] })
  }
  const added = last !== undefined && after.versions.length > before.versions.length
  if (before.state === 'closed' && after.state !== 'closed' && !added) {
    told.push({ code: 'notification.datumReopened', to: [askedSide(after), peopleOf([last?.author])] })
  }
  if (added && last.late !== undefined) {
    told.push({ code: 'notification.datumLate', params: last.late, to: [scoringSide] })
  }
  if (added && last.onBehalf !== undefined) {
    const params = { reason: last.onBehalf.reason }
    told.push({ code: 'notification.datumOnBehalf', params, to: [askedSide(after)] })
  }
  if (added && last.stage === 'verified') {
    told.push({ code: 'notification.datumVerified', to: [askedSide(after)] })
  }
  return told
}
