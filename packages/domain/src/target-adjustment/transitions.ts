import type { PostKind } from '../ability/posts.ts'
import { postsGiving, type Workflow } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { planWorkflow } from '../plan/workflow.ts'
import { type AdjustmentState, adjustmentStates } from './model.ts'

export const adjustmentCommands = [
  'edit',
  'send',
  'giveOpinion',
  'return',
  'propose',
  'decide',
  'reply',
  'revise',
  'withdraw',
] as const
export type AdjustmentCommandKind = (typeof adjustmentCommands)[number]

/** 填报人 drafts, 负责人 sends. */
export const adjustmentDrafters = ['unitReporter', 'unitHead'] as const satisfies readonly PostKind[]
/** Who speaks for the unit that leads the indicator. */
export const leadSpeakers = ['sectionHead', 'leaderInCharge', 'principal'] as const satisfies readonly PostKind[]
/** 组长 decides; the office registers what the head wrote or a meeting decided. */
const deciders = ['steeringHead', ...conveners] as const satisfies readonly PostKind[]

/** Whoever opens the next version of a plan. */
const revisers: readonly PostKind[] = [
  ...new Set(
    (['appraisalPlan', 'indicatorPlan'] as const).flatMap((kind) => postsGiving(planWorkflow(kind), 'revise')),
  ),
]

/** 指标调整: the unit → the lead unit's opinion → the office → the group → 批复 → the plan's next version. */
export const adjustmentWorkflow: Workflow<'targetAdjustment', AdjustmentState, AdjustmentCommandKind> = {
  noun: 'targetAdjustment',
  states: adjustmentStates,
  commands: adjustmentCommands,
  rows: [
    { from: ['draft'], command: 'edit', posts: adjustmentDrafters, to: ['draft'] },
    { from: ['draft'], command: 'send', posts: ['unitHead'], to: ['opinion', 'office'] },
    { from: ['opinion'], command: 'giveOpinion', posts: leadSpeakers, to: ['office'] },
    { from: ['office', 'group'], command: 'return', posts: conveners, to: ['draft'] },
    { from: ['office'], command: 'propose', posts: conveners, to: ['group'] },
    { from: ['group'], command: 'decide', posts: deciders, to: ['decided'] },
    { from: ['decided'], command: 'reply', posts: conveners, to: ['replied'] },
    { from: ['replied', 'revised'], command: 'revise', posts: revisers, to: ['revised'] },
    { from: ['draft', 'opinion', 'office'], command: 'withdraw', posts: adjustmentDrafters, to: ['withdrawn'] },
  ],
}
