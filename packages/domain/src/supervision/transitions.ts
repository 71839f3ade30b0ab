import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type SupervisionState, supervisionStates } from './model.ts'

export const supervisionCommands = ['edit', 'propose', 'order', 'return', 'cancel', 'conclude'] as const
export type SupervisionCommandKind = (typeof supervisionCommands)[number]

/** 组长 orders; the office registers what the head wrote, with its scan. */
const orderers = ['steeringHead', ...conveners] as const satisfies readonly PostKind[]

/** 督查: drafted → ordered by the head → visits → concluded with its circular. */
export const supervisionWorkflow: Workflow<'supervision', SupervisionState, SupervisionCommandKind> = {
  noun: 'supervision',
  states: supervisionStates,
  commands: supervisionCommands,
  rows: [
    { from: ['draft'], command: 'edit', posts: conveners, to: ['draft'] },
    { from: ['draft'], command: 'propose', posts: conveners, to: ['toOrder'] },
    { from: ['toOrder'], command: 'order', posts: orderers, to: ['underWay'] },
    { from: ['toOrder'], command: 'return', posts: orderers, to: ['draft'] },
    { from: ['draft', 'toOrder'], command: 'cancel', posts: conveners, to: ['cancelled'] },
    { from: ['underWay'], command: 'conclude', posts: conveners, to: ['concluded'] },
  ],
}
