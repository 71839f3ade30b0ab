import { leadUnits, reportsDue } from '@quanheng/domain/report/expected'
import type { Change } from '../../platform/door/outcome.ts'
import type { OnIssue } from '../plan/index.ts'
import { insertReport, lockReportsOf, reportChange, saveReport } from './report-store.ts'

/**
 * Opens the register of lead units' reports when a year plan is issued: a line for every unit that scores something. Under a
 * later version lines join and leave with their lead units; what was reported stays.
 */
export const openRegister: OnIssue = async (tx, plan, context) => {
  if (plan.kind !== 'appraisalPlan') return []
  const due = reportsDue(plan.content)
  const leads = leadUnits(plan.content)
  const held = await lockReportsOf(tx, plan.planId)
  const changes: Change[] = []
  for (const one of held) {
    const asked = leads.includes(one.row.lead_unit_id)
    if (one.row.asked === asked && one.row.due === due) continue
    changes.push(reportChange(one, await saveReport(tx, one, one.report, context, { due, asked })))
  }
  for (const leadUnitId of leads) {
    if (held.some((one) => one.row.lead_unit_id === leadUnitId)) continue
    const opened = {
      id: context.newId(),
      planId: plan.planId,
      leadUnitId,
      due,
      state: 'notReported',
      versions: [],
    } as const
    changes.push(reportChange(null, await insertReport(tx, opened)))
  }
  return changes
}
