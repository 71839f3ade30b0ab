import type { PostKind } from '../ability/posts.ts'
import { doers } from '../assigned-task/model.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type RoutineRecordState, routineRecordStates } from './model.ts'

export const routineRecordCommands = [
  'edit',
  'discard',
  'submit',
  'confirm',
  'return',
  'state',
  'uphold',
  'withdraw',
] as const
export type RoutineRecordCommandKind = (typeof routineRecordCommands)[number]

/** 责任科室: of the section that scores the indicator for the unit. */
export const recorders = [
  'handler',
  'sectionHead',
  'officeStaff',
  'officeDirector',
] as const satisfies readonly PostKind[]

/** 科室负责人审核. */
export const recordConfirmers = [
  'sectionHead',
  'leaderInCharge',
  'officeDirector',
] as const satisfies readonly PostKind[]

/**
 * 平时记录: written by who scores → confirmed by the head of the section and told to the unit → the unit states its view or lets the day
 * pass → what it denies is upheld or withdrawn.
 */
export const routineRecordWorkflow: Workflow<'routineRecord', RoutineRecordState, RoutineRecordCommandKind> = {
  noun: 'routineRecord',
  states: routineRecordStates,
  commands: routineRecordCommands,
  rows: [
    { from: ['draft'], command: 'edit', posts: recorders, to: ['draft'] },
    { from: ['draft'], command: 'discard', posts: recorders, to: ['withdrawn'] },
    { from: ['draft'], command: 'submit', posts: recorders, to: ['submitted'] },
    { from: ['submitted'], command: 'confirm', posts: recordConfirmers, to: ['told'] },
    { from: ['submitted'], command: 'return', posts: recordConfirmers, to: ['draft'] },
    { from: ['told'], command: 'state', posts: doers, to: ['settled', 'differed'] },
    { from: ['differed'], command: 'uphold', posts: recordConfirmers, to: ['settled'] },
    { from: ['told', 'differed', 'settled'], command: 'withdraw', posts: recordConfirmers, to: ['withdrawn'] },
  ],
}
