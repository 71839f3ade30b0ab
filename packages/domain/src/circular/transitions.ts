import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type CircularState, circularStates } from './model.ts'

export const circularCommands = [
  'edit',
  'propose',
  'issue',
  'return',
  'discard',
  'sign',
  'registerReceipt',
  'urge',
  'withdraw',
] as const
export type CircularCommandKind = (typeof circularCommands)[number]

/** Who lets it go out: the head of the group, the director of its office; the rest of the office registers what was signed on paper. */
const issuers = ['steeringHead', 'officeDirector', 'officeStaff', 'clerk'] as const satisfies readonly PostKind[]

/** Posts that sign for their unit. */
export const unitSigners = [
  'principal',
  'leaderInCharge',
  'unitHead',
  'unitReporter',
  'unitAdmin',
  'clerk',
] as const satisfies readonly PostKind[]

/** Posts to which a circular may be addressed in person. */
export const addressablePosts = [
  'steeringHead',
  'steeringDeputy',
  'steeringMember',
  'officeDirector',
  'principal',
  'leaderInCharge',
  'unitHead',
  'unitReporter',
  'unitAdmin',
  'sectionHead',
  'handler',
  'clerk',
] as const satisfies readonly PostKind[]

const receiving: readonly PostKind[] = [...new Set<PostKind>([...unitSigners, ...addressablePosts])]

/** 信息通报: written → to be signed off → issued to its receivers, who sign for it; urged; withdrawn with a reason. */
export const circularWorkflow: Workflow<'circular', CircularState, CircularCommandKind> = {
  noun: 'circular',
  states: circularStates,
  commands: circularCommands,
  rows: [
    { from: ['draft'], command: 'edit', posts: conveners, to: ['draft'] },
    { from: ['draft'], command: 'propose', posts: conveners, to: ['toIssue'] },
    { from: ['toIssue'], command: 'issue', posts: issuers, to: ['issued'] },
    { from: ['toIssue'], command: 'return', posts: issuers, to: ['draft'] },
    { from: ['draft'], command: 'discard', posts: conveners, to: ['discarded'] },
    { from: ['issued'], command: 'sign', posts: receiving, to: ['issued'] },
    { from: ['issued'], command: 'registerReceipt', posts: conveners, to: ['issued'] },
    { from: ['issued'], command: 'urge', posts: conveners, to: ['issued'] },
    { from: ['issued'], command: 'withdraw', posts: ['steeringHead', 'officeDirector'], to: ['withdrawn'] },
  ],
}
