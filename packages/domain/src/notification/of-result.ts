import { postsFor } from '../kernel/transition.ts'
import { currentReport, isLate, type LeadReport } from '../report/model.ts'
import { leadReportWorkflow } from '../report/transitions.ts'
import type { FrozenResult } from '../result/model.ts'
import { type Changed, type Notification, peopleOf } from './model.ts'

/** 已报（逾期补报） to the office; 退回 to whoever sends for the lead unit. */
export const leadReportNotifications = ({ before, after }: Changed<LeadReport>): readonly Notification[] => {
  if (before === null || before.state === after.state) return []
  const version = currentReport(after)
  if (after.state === 'reported' && version !== undefined) {
    const late = isLate(after, version)
    const params = { documentNumber: version.documentNumber, due: after.due }
    const code = late ? 'notification.leadReportLate' : 'notification.leadReportReceived'
    return [{ code, params, to: [{ place: 'owner', posts: ['officeStaff', 'officeDirector'] }] }]
  }
  if (after.state !== 'returned') return []
  const params = { reason: after.returnReason ?? '' }
  const senders = postsFor(leadReportWorkflow, 'returned', 'submit')
  const to = [{ place: { unitIds: [after.leadUnitId] }, posts: senders }]
  return [{ code: 'notification.leadReportReturned', params, to }]
}

/** 锁定版作废 to whoever locked it. */
export const resultNotifications = ({ before, after }: Changed<FrozenResult>): readonly Notification[] => {
  if (before === null || before.state === 'voided' || after.state !== 'voided') return []
  const params = { cause: after.voiding?.cause ?? '' }
  return [{ code: 'notification.resultVoided', params, to: [peopleOf([after.frozenBy])] }]
}
