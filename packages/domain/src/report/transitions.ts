import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type LeadReportState, leadReportStates } from './model.ts'

export const leadReportCommands = ['submit', 'enterPaper', 'confirmPaper', 'refusePaper', 'return'] as const
export type LeadReportCommandKind = (typeof leadReportCommands)[number]

const office = ['officeStaff', 'officeDirector'] as const satisfies readonly PostKind[]
/** Whoever sends for the lead unit once its approval chain has ended. */
const senders = ['clerk', 'handler', 'sectionHead'] as const satisfies readonly PostKind[]

export const leadReportWorkflow: Workflow<'leadReport', LeadReportState, LeadReportCommandKind> = {
  noun: 'leadReport',
  states: leadReportStates,
  commands: leadReportCommands,
  rows: [
    { from: ['notReported', 'returned'], command: 'submit', posts: senders, to: ['reported'] },
    { from: ['notReported', 'returned'], command: 'enterPaper', posts: office, to: ['entered'] },
    { from: ['entered'], command: 'confirmPaper', posts: office, to: ['reported'] },
    { from: ['entered'], command: 'refusePaper', posts: office, to: ['notReported'] },
    { from: ['reported'], command: 'return', posts: office, to: ['returned'] },
  ],
}
