import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type ResultState, resultStates } from './model.ts'

export const resultCommands = ['approve', 'issue', 'void'] as const
export type ResultCommandKind = (typeof resultCommands)[number]

/** 归口汇总科室 in a lead unit, the performance office for totals. */
export const freezers = [
  'handler',
  'sectionHead',
  'officeStaff',
  'officeDirector',
] as const satisfies readonly PostKind[]

export const resultWorkflow: Workflow<'result', ResultState, ResultCommandKind> = {
  noun: 'result',
  states: resultStates,
  commands: resultCommands,
  rows: [
    { from: ['aggregated'], command: 'approve', posts: [...freezers, 'clerk'], to: ['approved'] },
    { from: ['approved'], command: 'issue', posts: [...freezers, 'clerk'], to: ['issued'] },
    {
      from: ['aggregated', 'approved'],
      command: 'void',
      posts: ['sectionHead', 'leaderInCharge', 'officeDirector'],
      to: ['voided'],
    },
  ],
}
