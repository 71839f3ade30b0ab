import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type ApprovalState, approvalStates } from './model.ts'

export const approvalCommands = [
  'agree',
  'registerPaper',
  'confirmPaper',
  'refusePaper',
  'recordDecision',
  'registerNumber',
  'drawNumber',
  'submit',
  'return',
  'revise',
] as const
export type ApprovalCommandKind = (typeof approvalCommands)[number]

/** Upper bounds; the plan's step names the posts that sign. */
const signers = [
  'steeringHead',
  'steeringDeputy',
  'officeDirector',
  'principal',
  'leaderInCharge',
  'sectionHead',
] as const satisfies readonly PostKind[]
const registrars = ['clerk', 'handler', 'officeStaff'] as const satisfies readonly PostKind[]
const seconds = [...registrars, 'sectionHead', 'officeDirector'] as const satisfies readonly PostKind[]
/** 归口汇总科室, which carries the paper through. */
const carriers = [
  'handler',
  'sectionHead',
  'officeStaff',
  'officeDirector',
  'clerk',
] as const satisfies readonly PostKind[]

const signed = [
  'leaderReview',
  'coordinating',
  'countersign',
  'principalSign',
] as const satisfies readonly ApprovalState[]
const passed = [...signed, 'meeting', 'number', 'submit'] as const satisfies readonly ApprovalState[]

/** The chain is plan data, so a step that is done leads to whichever the plan has next. */
const onward = [
  'leaderReview',
  'coordinating',
  'countersign',
  'meeting',
  'principalSign',
  'number',
  'submit',
  'completed',
] as const
const back = ['leaderReview', 'coordinating', 'countersign', 'meeting', 'principalSign', 'number', 'returned'] as const

export const approvalWorkflow: Workflow<'approval', ApprovalState, ApprovalCommandKind> = {
  noun: 'approval',
  states: approvalStates,
  commands: approvalCommands,
  rows: [
    { from: signed, command: 'agree', posts: signers, to: onward },
    ...signed.map((state) => ({
      from: [state],
      command: 'registerPaper' as const,
      posts: registrars,
      to: [state] as const,
    })),
    { from: signed, command: 'confirmPaper', posts: seconds, to: onward },
    ...signed.map((state) => ({
      from: [state],
      command: 'refusePaper' as const,
      posts: seconds,
      to: [state] as const,
    })),
    { from: ['meeting'], command: 'recordDecision', posts: carriers, to: [...onward, 'returned'] },
    { from: ['number'], command: 'registerNumber', posts: carriers, to: onward },
    { from: ['number'], command: 'drawNumber', posts: carriers, to: onward },
    { from: ['submit'], command: 'submit', posts: carriers, to: onward },
    { from: signed, command: 'return', posts: signers, to: back },
    { from: ['meeting', 'number', 'submit'], command: 'return', posts: carriers, to: back },
    { from: ['returned'], command: 'revise', posts: carriers, to: passed },
  ],
}
