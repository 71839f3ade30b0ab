import type { Approval } from '../approval/model.ts'
import type { Submission } from '../submission/model.ts'
import { nextOnApproval } from '../workbench/next-on-approval.ts'
import { type Audience, type Changed, type Notification, peopleOf } from './model.ts'

const waits = ({ state }: Approval): boolean => !['returned', 'completed', 'fallen'].includes(state)

/** Everyone who put something of theirs on the paper, its author first. */
const partOf = (approval: Approval): Audience =>
  peopleOf([
    approval.startedBy,
    ...approval.records.flatMap((record) => (record.kind === 'signature' ? [record.signature.signer] : [])),
  ])

/** 待签批 when a step begins; 退回、办结、失效 to all who signed. */
export const approvalNotifications = ({ before, after }: Changed<Approval>): readonly Notification[] => {
  if (before !== null && before.state === after.state && before.step === after.step) return []
  if (waits(after)) return waiting(after)
  const to = [partOf(after)]
  if (after.state === 'completed') return [{ code: 'notification.approvalCompleted', to }]
  if (after.state === 'fallen') return [{ code: 'notification.approvalFell', to }]
  return [{ code: 'notification.approvalReturned', params: { reason: after.returnReason ?? '' }, to }]
}

const waiting = (approval: Approval): readonly Notification[] =>
  nextOnApproval(approval).map(({ posts, unitId = approval.startedBy.unitId, sectionId }) => ({
    code: 'notification.approvalWaiting',
    params: { step: approval.chain[approval.step]?.name ?? '' },
    to: [{ place: { unitIds: [unitId], ...(sectionId !== undefined && { sectionId }) }, posts }],
  }))

/** 回执 to whoever carried the package, and to the leaders who signed for it. */
export const submissionNotifications = ({ before, after }: Changed<Submission>): readonly Notification[] => {
  if (after.state !== 'received' || before?.state === 'received' || after.receipt === undefined) return []
  const params = { documentNumber: after.documentNumber, receivedOn: after.receipt.receivedOn }
  const carried = peopleOf([after.sending?.by, after.checkedBy?.by])
  const leaders: Audience = { place: 'owner', posts: ['principal', 'leaderInCharge'] }
  return [{ code: 'notification.receiptRecorded', params, to: [carried, leaders] }]
}
