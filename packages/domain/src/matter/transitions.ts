import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { conveners, opinionGivers } from '../meeting/transitions.ts'
import { type MatterState, matterStates } from './model.ts'

export const matterCommands = [
  'edit',
  'seek',
  'proposeDirect',
  'giveOpinion',
  'close',
  'answer',
  'revise',
  'propose',
  'approve',
  'return',
  'cancel',
] as const
export type MatterCommandKind = (typeof matterCommands)[number]

/** 组长 decides; the office registers what the head wrote, with its scan. */
const approvers = ['steeringHead', ...conveners] as const satisfies readonly PostKind[]

/** 重要事项: draft → opinions of chosen members → answered and revised → the head; or, urgent or special, straight to the head. */
export const matterWorkflow: Workflow<'matter', MatterState, MatterCommandKind> = {
  noun: 'matter',
  states: matterStates,
  commands: matterCommands,
  rows: [
    { from: ['draft'], command: 'edit', posts: conveners, to: ['draft'] },
    { from: ['draft'], command: 'seek', posts: conveners, to: ['opinions'] },
    { from: ['draft'], command: 'proposeDirect', posts: conveners, to: ['toApprove'] },
    { from: ['opinions'], command: 'giveOpinion', posts: opinionGivers, to: ['opinions'] },
    { from: ['opinions'], command: 'close', posts: conveners, to: ['revising'] },
    { from: ['revising'], command: 'answer', posts: conveners, to: ['revising'] },
    { from: ['revising'], command: 'revise', posts: conveners, to: ['revising'] },
    { from: ['revising'], command: 'propose', posts: conveners, to: ['toApprove'] },
    { from: ['toApprove'], command: 'approve', posts: approvers, to: ['approved'] },
    { from: ['toApprove'], command: 'return', posts: approvers, to: ['revising', 'draft'] },
    { from: ['draft', 'opinions', 'revising'], command: 'cancel', posts: conveners, to: ['cancelled'] },
  ],
}
