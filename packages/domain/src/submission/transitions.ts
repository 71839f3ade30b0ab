import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type SubmissionState, submissionStates } from './model.ts'

export const submissionCommands = ['tick', 'untick', 'check', 'send', 'recordReceipt'] as const
export type SubmissionCommandKind = (typeof submissionCommands)[number]

/** 归口汇总科室 or the office's staff, and the clerk who sends. */
export const submitters = [
  'handler',
  'sectionHead',
  'officeStaff',
  'officeDirector',
  'clerk',
] as const satisfies readonly PostKind[]

export const submissionWorkflow: Workflow<'submission', SubmissionState, SubmissionCommandKind> = {
  noun: 'submission',
  states: submissionStates,
  commands: submissionCommands,
  rows: [
    { from: ['entering'], command: 'tick', posts: submitters, to: ['entering', 'entered'] },
    { from: ['entering', 'entered'], command: 'untick', posts: submitters, to: ['entering'] },
    { from: ['entered'], command: 'check', posts: submitters, to: ['checked'] },
    { from: ['checked'], command: 'send', posts: submitters, to: ['sent'] },
    { from: ['sent'], command: 'recordReceipt', posts: submitters, to: ['received'] },
  ],
}
