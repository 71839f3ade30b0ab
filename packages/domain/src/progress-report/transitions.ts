import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { sharePosts } from '../superior-plan/model.ts'
import { type ProgressState, progressStates } from './model.ts'

export const progressCommands = ['report', 'confirm', 'return'] as const
export type ProgressCommandKind = (typeof progressCommands)[number]

/** The head of the section or of the unit. */
export const progressConfirmers = [
  'sectionHead',
  'unitHead',
  'leaderInCharge',
  'principal',
] as const satisfies readonly PostKind[]

const senders = [...progressConfirmers, 'officeStaff', 'officeDirector'] as const satisfies readonly PostKind[]

/** 调度进展: whoever has the share in hand reports → the head of the section or unit confirms; the office may send it back too. */
export const progressWorkflow: Workflow<'progressReport', ProgressState, ProgressCommandKind> = {
  noun: 'progressReport',
  states: progressStates,
  commands: progressCommands,
  rows: [
    { from: ['reported', 'returned'], command: 'report', posts: sharePosts, to: ['reported'] },
    { from: ['reported'], command: 'confirm', posts: progressConfirmers, to: ['confirmed'] },
    { from: ['reported', 'confirmed'], command: 'return', posts: senders, to: ['returned'] },
  ],
}
