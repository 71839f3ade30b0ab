import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type LateEntryState, lateEntryStates } from './model.ts'

export const lateEntryCommands = ['withdraw', 'grant', 'decline'] as const
export type LateEntryCommandKind = (typeof lateEntryCommands)[number]

/** Of the body that is asked for the figures. */
export const askers = ['unitReporter', 'unitHead', 'dataProvider'] as const satisfies readonly PostKind[]
/** Of the lead unit: those who may open closed figures again. */
const heads = ['sectionHead', 'leaderInCharge', 'officeDirector'] as const satisfies readonly PostKind[]

/** 补报: asked once, agreed or declined once. In which unit the post is held is checked beside the post (see decide). */
export const lateEntryWorkflow: Workflow<'lateEntry', LateEntryState, LateEntryCommandKind> = {
  noun: 'lateEntry',
  states: lateEntryStates,
  commands: lateEntryCommands,
  rows: [
    { from: ['asked'], command: 'withdraw', posts: askers, to: ['withdrawn'] },
    { from: ['asked'], command: 'grant', posts: heads, to: ['granted'] },
    { from: ['asked'], command: 'decline', posts: heads, to: ['declined'] },
  ],
}
