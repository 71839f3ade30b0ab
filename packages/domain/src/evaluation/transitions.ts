import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type EvaluationState, evaluationStates } from './model.ts'

export const evaluationCommands = ['save', 'open', 'count', 'close', 'tally', 'feed', 'cancel'] as const
export type EvaluationCommandKind = (typeof evaluationCommands)[number]

/** Those of the body that the plan asks for the figure. */
export const organisers = [
  'handler',
  'sectionHead',
  'officeStaff',
  'officeDirector',
  'dataProvider',
] as const satisfies readonly PostKind[]

/** 评议: drawn up → opened, from when nothing that ballots go by changes → closed → counted → into the plan's figures. */
export const evaluationWorkflow: Workflow<'evaluation', EvaluationState, EvaluationCommandKind> = {
  noun: 'evaluation',
  states: evaluationStates,
  commands: evaluationCommands,
  rows: [
    { from: ['draft'], command: 'save', posts: organisers, to: ['draft'] },
    { from: ['draft'], command: 'open', posts: organisers, to: ['open'] },
    { from: ['open', 'closed'], command: 'count', posts: organisers, to: ['open', 'closed'] },
    { from: ['open'], command: 'close', posts: organisers, to: ['closed'] },
    { from: ['closed'], command: 'tally', posts: organisers, to: ['counted'] },
    { from: ['counted'], command: 'feed', posts: organisers, to: ['fed'] },
    { from: ['draft', 'open', 'closed'], command: 'cancel', posts: organisers, to: ['cancelled'] },
  ],
}
