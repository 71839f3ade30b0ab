import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type ReviewState, reviewStates } from './model.ts'

export const reviewCommands = [
  'contribute',
  'drop',
  'close',
  'answer',
  'summarise',
  'propose',
  'take',
  'return',
  'carry',
  'cancel',
] as const
export type ReviewCommandKind = (typeof reviewCommands)[number]

/** Those who did the work of the year, in the units that were scored and in the sections that scored. */
export const contributors = [
  'unitReporter',
  'unitHead',
  'handler',
  'sectionHead',
  'leaderInCharge',
  'principal',
  'officeStaff',
  'officeDirector',
] as const satisfies readonly PostKind[]

/** 组长 takes it; the office registers what the head wrote, with its scan. */
const takers = ['steeringHead', ...conveners] as const satisfies readonly PostKind[]

/** 年度总结复盘: entries of all units → answered and summed up by the office → the head → next year's plan. */
export const reviewWorkflow: Workflow<'yearReview', ReviewState, ReviewCommandKind> = {
  noun: 'yearReview',
  states: reviewStates,
  commands: reviewCommands,
  rows: [
    { from: ['gathering'], command: 'contribute', posts: contributors, to: ['gathering'] },
    { from: ['gathering'], command: 'drop', posts: contributors, to: ['gathering'] },
    { from: ['gathering'], command: 'close', posts: conveners, to: ['sorting'] },
    { from: ['sorting'], command: 'answer', posts: conveners, to: ['sorting'] },
    { from: ['sorting'], command: 'summarise', posts: conveners, to: ['sorting'] },
    { from: ['sorting'], command: 'propose', posts: conveners, to: ['toTake'] },
    { from: ['toTake'], command: 'take', posts: takers, to: ['taken'] },
    { from: ['toTake'], command: 'return', posts: takers, to: ['sorting'] },
    { from: ['taken'], command: 'carry', posts: conveners, to: ['taken'] },
    { from: ['gathering', 'sorting'], command: 'cancel', posts: conveners, to: ['cancelled'] },
  ],
}
