import type { PostKind } from '../ability/posts.ts'
import { doers } from '../assigned-task/model.ts'
import type { Workflow } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type SupervisionVisitState, supervisionVisitStates } from './model.ts'

export const supervisionVisitCommands = ['record', 'send', 'state', 'settle', 'drop'] as const
export type SupervisionVisitCommandKind = (typeof supervisionVisitCommands)[number]

/** The visited unit speaks; the office hands in what the unit signed on paper. */
const staters = [...doers, ...conveners] as const satisfies readonly PostKind[]

/** 走访: written up → sent to the unit → its statement → each finding upheld with a day, or not with a reason. */
export const supervisionVisitWorkflow: Workflow<
  'supervisionVisit',
  SupervisionVisitState,
  SupervisionVisitCommandKind
> = {
  noun: 'supervisionVisit',
  states: supervisionVisitStates,
  commands: supervisionVisitCommands,
  rows: [
    { from: ['planned', 'recorded'], command: 'record', posts: conveners, to: ['recorded'] },
    { from: ['recorded'], command: 'send', posts: conveners, to: ['stating'] },
    { from: ['stating'], command: 'state', posts: staters, to: ['stated'] },
    { from: ['stating', 'stated'], command: 'settle', posts: conveners, to: ['settled'] },
    { from: ['planned', 'recorded'], command: 'drop', posts: conveners, to: ['dropped'] },
  ],
}
