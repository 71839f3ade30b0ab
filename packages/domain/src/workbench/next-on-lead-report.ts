import { postsFor } from '../kernel/transition.ts'
import type { LeadReport, LeadReportState } from '../report/model.ts'
import { type LeadReportCommandKind, leadReportWorkflow } from '../report/transitions.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<LeadReportState, LeadReportCommandKind>>> = {
  notReported: 'submit',
  returned: 'submit',
  entered: 'confirmPaper',
}

/** Who acts next on a line of the register: the lead unit that owes it, or the office's second person. */
export const nextOnLeadReport = (report: LeadReport): NextAct | undefined => {
  const verb = forward[report.state]
  if (!verb) return undefined
  const enteredBy = report.versions.at(-1)?.by.personId
  return {
    noun: 'leadReport',
    id: report.id,
    verb,
    posts: postsFor(leadReportWorkflow, report.state, verb),
    ...(verb === 'submit' && { unitId: report.leadUnitId }),
    ...(verb === 'confirmPaper' && enteredBy !== undefined && { except: [enteredBy] }),
    due: report.due,
  }
}
