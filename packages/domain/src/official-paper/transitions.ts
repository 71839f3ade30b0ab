import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { submitters } from '../submission/transitions.ts'
import { type OfficialPaperState, officialPaperStates } from './model.ts'

export const officialPaperCommands = ['edit', 'refresh', 'issue', 'withdraw'] as const
export type OfficialPaperCommandKind = (typeof officialPaperCommands)[number]

const issuers = ['officeDirector', 'officeStaff', 'sectionHead', 'clerk'] as const satisfies readonly PostKind[]

export const officialPaperWorkflow: Workflow<'officialPaper', OfficialPaperState, OfficialPaperCommandKind> = {
  noun: 'officialPaper',
  states: officialPaperStates,
  commands: officialPaperCommands,
  rows: [
    { from: ['draft'], command: 'edit', posts: submitters, to: ['draft'] },
    { from: ['draft'], command: 'refresh', posts: submitters, to: ['draft'] },
    { from: ['draft'], command: 'issue', posts: issuers, to: ['issued'] },
    { from: ['issued'], command: 'withdraw', posts: issuers, to: ['withdrawn'] },
  ],
}
