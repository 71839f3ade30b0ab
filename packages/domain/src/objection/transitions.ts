import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type ObjectionState, objectionStates } from './model.ts'

export const objectionCommands = [
  'edit',
  'send',
  'withdraw',
  'register',
  'decline',
  'answer',
  'rescore',
  'decide',
  'confirm',
  'sendBack',
] as const
export type ObjectionCommandKind = (typeof objectionCommands)[number]

/** The unit's head or principal sends; a reporter drafts. */
const objectionSenders = ['unitHead', 'principal'] as const satisfies readonly PostKind[]
export const objectionDrafters = ['unitReporter', ...objectionSenders] as const satisfies readonly PostKind[]
/** Who answers for the section that scored. */
export const objectionAnswerers = ['sectionHead', 'leaderInCharge', 'principal'] as const satisfies readonly PostKind[]
/** Anybody of the scoring unit who did not sign the row and did not answer. */
export const objectionRescorers = ['handler', ...objectionAnswerers] as const satisfies readonly PostKind[]

/** 异议复核: unit → office → scoring unit → another person there → group or delegate → a second person of the office. */
export const objectionWorkflow: Workflow<'objection', ObjectionState, ObjectionCommandKind> = {
  noun: 'objection',
  states: objectionStates,
  commands: objectionCommands,
  rows: [
    { from: ['draft'], command: 'edit', posts: objectionDrafters, to: ['draft'] },
    { from: ['draft'], command: 'send', posts: objectionSenders, to: ['sent'] },
    {
      from: ['draft', 'sent', 'answering', 'rescoring'],
      command: 'withdraw',
      posts: objectionSenders,
      to: ['withdrawn'],
    },
    { from: ['sent'], command: 'register', posts: conveners, to: ['answering'] },
    { from: ['sent'], command: 'decline', posts: conveners, to: ['declined'] },
    { from: ['answering'], command: 'answer', posts: objectionAnswerers, to: ['rescoring'] },
    { from: ['rescoring'], command: 'rescore', posts: objectionRescorers, to: ['toDecide'] },
    { from: ['toDecide'], command: 'decide', posts: conveners, to: ['toConfirm'] },
    { from: ['toConfirm'], command: 'confirm', posts: conveners, to: ['kept', 'corrected'] },
    { from: ['toConfirm'], command: 'sendBack', posts: conveners, to: ['toDecide'] },
  ],
}
