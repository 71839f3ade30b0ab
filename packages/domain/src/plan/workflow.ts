import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import type { PlanKind } from './model.ts'
import { type PlanState, planStates } from './plan.ts'

export const planCommands = ['edit', 'accept', 'withdraw', 'check', 'return', 'issue', 'register', 'revise'] as const
export type PlanCommandKind = (typeof planCommands)[number]

/** The performance office drafts the year plan; the section that coordinates drafts its lead unit's indicator plan. */
const drafters: Readonly<Record<PlanKind, readonly PostKind[]>> = {
  appraisalPlan: ['officeStaff', 'officeDirector'],
  indicatorPlan: ['handler', 'sectionHead'],
}

/** Who answers for letting a finding stand, and for sending a checked draft back. */
const heads: Readonly<Record<PlanKind, readonly PostKind[]>> = {
  appraisalPlan: ['officeDirector'],
  indicatorPlan: ['sectionHead', 'leaderInCharge'],
}

/** Who carries out an issue that the approval chain has decided; a clerk enters number and date. */
const issuers: Readonly<Record<PlanKind, readonly PostKind[]>> = {
  appraisalPlan: ['officeDirector', 'clerk'],
  indicatorPlan: ['sectionHead', 'leaderInCharge', 'principal', 'clerk'],
}

const both = (kind: PlanKind): readonly PostKind[] => [...new Set([...drafters[kind], ...heads[kind]])]

/**
 * 起草 → 校核 → 印发. An edit of a checked draft sends it back to 起草; an issued version is left by `revise` only,
 * which opens the next one and leaves it in force until that is issued.
 */
export const planWorkflow = (kind: PlanKind): Workflow<'plan', PlanState, PlanCommandKind> => ({
  noun: 'plan',
  states: planStates,
  commands: planCommands,
  rows: [
    { from: ['draft', 'checked'], command: 'edit', posts: drafters[kind], to: ['draft'] },
    { from: ['draft'], command: 'accept', posts: heads[kind], to: ['draft'] },
    { from: ['draft'], command: 'withdraw', posts: heads[kind], to: ['draft'] },
    { from: ['draft'], command: 'check', posts: drafters[kind], to: ['checked'] },
    { from: ['checked'], command: 'return', posts: both(kind), to: ['draft'] },
    { from: ['checked'], command: 'issue', posts: issuers[kind], to: ['issued'] },
    { from: ['checked'], command: 'register', posts: issuers[kind], to: ['issued'] },
    { from: ['issued'], command: 'revise', posts: both(kind), to: ['issued'] },
  ],
})
