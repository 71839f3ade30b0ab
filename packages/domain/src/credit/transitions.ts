import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type CreditState, creditStates } from './model.ts'

export const creditCommands = [
  'resubmit',
  'withdraw',
  'firstReview',
  'accept',
  'giveStatement',
  'review',
  'show',
  'object',
  'answerObjection',
  'registerDecision',
  'confirmDecision',
  'declineDecision',
  'lift',
] as const
export type CreditCommandKind = (typeof creditCommands)[number]

/** Of the appraised unit: it claims, states and objects. */
export const claimants = ['unitReporter', 'unitHead', 'principal'] as const satisfies readonly PostKind[]
export const office = ['officeStaff', 'officeDirector'] as const satisfies readonly PostKind[]
/** Of a competent body: it proposes deductions and vetoes, and reviews claims that name it. */
export const competent = [...office, 'handler', 'sectionHead', 'dataProvider'] as const satisfies readonly PostKind[]

/**
 * 加减分核定: claim → first review → joint review → publicity → decision → second person; a deduction or veto is accepted and
 * heard instead of first reviewed. Which unit's post it must be is checked beside the post (see decide).
 */
export const creditWorkflow: Workflow<'credit', CreditState, CreditCommandKind> = {
  noun: 'credit',
  states: creditStates,
  commands: creditCommands,
  rows: [
    { from: ['returned'], command: 'resubmit', posts: claimants, to: ['claimed'] },
    { from: ['claimed', 'returned'], command: 'withdraw', posts: claimants, to: ['withdrawn'] },
    { from: ['proposed'], command: 'withdraw', posts: competent, to: ['withdrawn'] },
    { from: ['claimed'], command: 'firstReview', posts: competent, to: ['toReview', 'returned', 'refused'] },
    { from: ['proposed'], command: 'accept', posts: office, to: ['stating', 'refused'] },
    { from: ['stating'], command: 'giveStatement', posts: claimants, to: ['toReview'] },
    { from: ['toReview', 'stating'], command: 'review', posts: office, to: ['recognised', 'returned', 'refused'] },
    { from: ['recognised'], command: 'show', posts: office, to: ['shown'] },
    { from: ['shown'], command: 'object', posts: claimants, to: ['shown'] },
    { from: ['shown'], command: 'answerObjection', posts: office, to: ['shown', 'toReview'] },
    { from: ['recognised', 'shown'], command: 'registerDecision', posts: office, to: ['toConfirm'] },
    { from: ['decided'], command: 'lift', posts: office, to: ['toConfirm'] },
    { from: ['toConfirm'], command: 'confirmDecision', posts: office, to: ['decided', 'refused', 'lifted'] },
    { from: ['toConfirm'], command: 'declineDecision', posts: office, to: ['recognised', 'shown', 'decided'] },
  ],
}
