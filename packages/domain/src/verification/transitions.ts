import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type VerificationState, verificationStates } from './model.ts'

export const verificationCommands = [
  'commit',
  'reveal',
  'fallBack',
  'draw',
  'witness',
  'cancelDraw',
  'recordVisit',
  'giveOpinion',
  'answer',
  'close',
] as const
export type VerificationCommandKind = (typeof verificationCommands)[number]

const group = ['verificationLead', 'verifier'] as const satisfies readonly PostKind[]
/** Who decides that a draw, or the seed agreed for it, is given up. */
const leads = ['verificationLead', 'sectionHead', 'officeDirector'] as const satisfies readonly PostKind[]
const handlers = ['handler', 'officeStaff'] as const satisfies readonly PostKind[]

/** Who may be named a party of an agreed seed. */
const parties = [...handlers, ...group, 'observer'] as const satisfies readonly PostKind[]

/** Who may arrange a verification; the sheet itself is opened by the same command. */
export const verificationPlanners = [
  'officeDirector',
  'officeStaff',
  'sectionHead',
  'handler',
] as const satisfies readonly PostKind[]

export const verificationWorkflow: Workflow<'verification', VerificationState, VerificationCommandKind> = {
  noun: 'verification',
  states: verificationStates,
  commands: verificationCommands,
  rows: [
    { from: ['committing'], command: 'commit', posts: parties, to: ['committing', 'revealing'] },
    { from: ['revealing'], command: 'reveal', posts: parties, to: ['revealing', 'toDraw'] },
    { from: ['committing', 'revealing', 'toDraw'], command: 'fallBack', posts: leads, to: ['toDraw'] },
    // Before both parties have revealed it is refused, with their names.
    { from: ['revealing', 'toDraw'], command: 'draw', posts: [...handlers, 'verificationLead'], to: ['visiting'] },
    { from: ['visiting'], command: 'witness', posts: ['observer'], to: ['visiting'] },
    { from: ['answering'], command: 'witness', posts: ['observer'], to: ['answering'] },
    {
      from: ['visiting'],
      command: 'cancelDraw',
      posts: leads,
      to: ['toDraw'],
    },
    { from: ['visiting'], command: 'recordVisit', posts: group, to: ['visiting'] },
    { from: ['answering'], command: 'recordVisit', posts: group, to: ['answering'] },
    { from: ['visiting', 'answering'], command: 'giveOpinion', posts: group, to: ['visiting', 'answering'] },
    { from: ['visiting'], command: 'answer', posts: handlers, to: ['visiting'] },
    { from: ['answering'], command: 'answer', posts: handlers, to: ['answering'] },
    { from: ['answering'], command: 'close', posts: verificationPlanners, to: ['closed'] },
  ],
}
