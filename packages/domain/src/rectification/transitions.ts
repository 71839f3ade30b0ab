import { doers } from '../assigned-task/model.ts'
import type { Workflow } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type RectificationState, rectificationStates } from './model.ts'

export const rectificationCommands = ['plan', 'report', 'close', 'return', 'extend'] as const
export type RectificationCommandKind = (typeof rectificationCommands)[number]

/** 整改: the unit's plan → its evidence → re-check by another person → 销号, or back. */
export const rectificationWorkflow: Workflow<'rectification', RectificationState, RectificationCommandKind> = {
  noun: 'rectification',
  states: rectificationStates,
  commands: rectificationCommands,
  rows: [
    { from: ['open', 'planned'], command: 'plan', posts: doers, to: ['planned'] },
    { from: ['planned'], command: 'report', posts: doers, to: ['reported'] },
    { from: ['reported'], command: 'close', posts: conveners, to: ['closed'] },
    { from: ['reported'], command: 'return', posts: conveners, to: ['planned'] },
    { from: ['open', 'planned'], command: 'extend', posts: conveners, to: ['open', 'planned'] },
  ],
}
