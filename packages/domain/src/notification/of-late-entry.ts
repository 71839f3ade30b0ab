import type { PostKind } from '../ability/posts.ts'
import { postsGiving } from '../kernel/transition.ts'
import type { LateEntry } from '../late-entry/model.ts'
import { askers, lateEntryWorkflow } from '../late-entry/transitions.ts'
import type { Changed, Notification } from './model.ts'

const answering: readonly PostKind[] = ['handler', ...postsGiving(lateEntryWorkflow, 'grant')]

/** 补报申请 to the scoring side; the answer to whoever asked, and to those who enter and confirm there. */
export const lateEntryNotifications = ({ before, after }: Changed<LateEntry>): readonly Notification[] => {
  const { state, reason, unitId, askedUnitId, decision } = after
  if (before === null) {
    const to = [{ place: 'scorer', posts: answering }] as const
    return [{ code: 'notification.lateEntryAsked', params: { unitId: askedUnitId, reason }, to }]
  }
  const to = [{ place: { unitIds: [...new Set([unitId, askedUnitId])] }, posts: askers }] as const
  if (state === 'granted') {
    return [{ code: 'notification.lateEntryGranted', params: { until: decision?.until ?? '' }, to }]
  }
  return state === 'declined'
    ? [{ code: 'notification.lateEntryDeclined', params: { reason: decision?.reason ?? '' }, to }]
    : []
}
