import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type PeopleProposalState, peopleProposalStates } from './model.ts'

export const peopleProposalCommands = ['write', 'drop', 'submit', 'decide', 'withdraw'] as const
export type PeopleProposalCommandKind = (typeof peopleProposalCommands)[number]

const proposers = ['unitAdmin'] as const satisfies readonly PostKind[]

/** 人员变动申报: 单位管理员 → 安全管理员, line by line; what comes back is corrected and submitted again. */
export const peopleProposalWorkflow: Workflow<'peopleProposal', PeopleProposalState, PeopleProposalCommandKind> = {
  noun: 'peopleProposal',
  states: peopleProposalStates,
  commands: peopleProposalCommands,
  rows: [
    { from: ['draft'], command: 'write', posts: proposers, to: ['draft'] },
    { from: ['returned'], command: 'write', posts: proposers, to: ['returned'] },
    { from: ['draft'], command: 'drop', posts: proposers, to: ['draft'] },
    { from: ['returned'], command: 'drop', posts: proposers, to: ['returned', 'decided'] },
    { from: ['draft', 'returned'], command: 'submit', posts: proposers, to: ['submitted'] },
    {
      from: ['submitted'],
      command: 'decide',
      posts: ['securityAdmin'],
      to: ['submitted', 'returned', 'decided'],
    },
    { from: ['draft', 'submitted', 'returned'], command: 'withdraw', posts: proposers, to: ['withdrawn'] },
  ],
}
