import { doers } from '../assigned-task/model.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type MilestoneState, milestoneStates } from './model.ts'

export const milestoneCommands = ['report', 'confirm', 'return', 'miss'] as const
export type MilestoneCommandKind = (typeof milestoneCommands)[number]

/** Of the lead unit's section that scores, or of the office. */
export const confirmers = ['handler', 'sectionHead', 'officeStaff', 'officeDirector'] as const

/** 指标节点: the unit reports with evidence → another person of the lead unit confirms, returns, or states that it was missed. */
export const milestoneWorkflow: Workflow<'milestone', MilestoneState, MilestoneCommandKind> = {
  noun: 'milestone',
  states: milestoneStates,
  commands: milestoneCommands,
  rows: [
    // One that was missed may still be completed, late.
    { from: ['open', 'returned', 'missed'], command: 'report', posts: doers, to: ['reported'] },
    { from: ['reported'], command: 'confirm', posts: confirmers, to: ['confirmed'] },
    { from: ['reported'], command: 'return', posts: confirmers, to: ['returned'] },
    { from: ['open', 'reported', 'returned'], command: 'miss', posts: confirmers, to: ['missed'] },
  ],
}
