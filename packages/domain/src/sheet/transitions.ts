import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type SheetState, sheetStates } from './model.ts'

export const sheetCommands = [
  'score',
  'sign',
  'registerPaper',
  'confirmPaper',
  'refusePaper',
  'recall',
  'return',
  'waiveVerification',
  'openVerification',
  'closeVerification',
  'aggregate',
] as const
export type SheetCommandKind = (typeof sheetCommands)[number]

/** Upper bounds: the plan's signature map says which of these posts signs in which role, a substitute's posts included. */
const handlers = ['handler', 'officeStaff'] as const satisfies readonly PostKind[]
const heads = ['sectionHead', 'officeDirector', 'leaderInCharge', 'principal'] as const satisfies readonly PostKind[]
const registrars = ['clerk', ...handlers] as const satisfies readonly PostKind[]
const seconds = [...registrars, 'sectionHead', 'officeDirector'] as const satisfies readonly PostKind[]

/** After a signature the sheet waits for the next one, or goes where verification stands. */
const afterSignature = ['awaitingHead', 'signed', 'toVerify', 'verified'] as const

export const sheetWorkflow: Workflow<'sheet', SheetState, SheetCommandKind> = {
  noun: 'sheet',
  states: sheetStates,
  commands: sheetCommands,
  rows: [
    { from: ['toScore', 'returned'], command: 'score', posts: handlers, to: ['scored'] },
    { from: ['scored'], command: 'sign', posts: handlers, to: afterSignature },
    { from: ['awaitingHead'], command: 'sign', posts: heads, to: afterSignature },
    { from: ['scored'], command: 'registerPaper', posts: registrars, to: ['scored'] },
    { from: ['awaitingHead'], command: 'registerPaper', posts: registrars, to: ['awaitingHead'] },
    { from: ['scored', 'awaitingHead'], command: 'confirmPaper', posts: seconds, to: afterSignature },
    { from: ['scored'], command: 'refusePaper', posts: seconds, to: ['scored'] },
    { from: ['awaitingHead'], command: 'refusePaper', posts: seconds, to: ['awaitingHead'] },
    { from: ['awaitingHead'], command: 'recall', posts: handlers, to: ['scored'] },
    { from: ['awaitingHead'], command: 'return', posts: heads, to: ['returned'] },
    { from: ['signed'], command: 'waiveVerification', posts: heads, to: ['verified'] },
    { from: ['signed'], command: 'openVerification', posts: [...handlers, ...heads], to: ['toVerify'] },
    { from: ['toVerify'], command: 'closeVerification', posts: [...handlers, ...heads], to: ['verified'] },
    {
      from: ['verified'],
      command: 'aggregate',
      posts: [...handlers, 'sectionHead', 'officeDirector'],
      to: ['aggregated'],
    },
  ],
}
