import type { Workflow } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type SuperiorPlanState, superiorPlanStates } from './model.ts'

export const superiorPlanCommands = [
  'edit',
  'setIndicators',
  'divide',
  'schedule',
  'issue',
  'revise',
  'selfScore',
  'registerVerdict',
  'cancel',
] as const
export type SuperiorPlanCommandKind = (typeof superiorPlanCommands)[number]

/** 上级方案: registered and divided by the office, given to the units by its head; a change afterwards is a revision with its reason. */
export const superiorPlanWorkflow: Workflow<'superiorPlan', SuperiorPlanState, SuperiorPlanCommandKind> = {
  noun: 'superiorPlan',
  states: superiorPlanStates,
  commands: superiorPlanCommands,
  rows: [
    { from: ['draft', 'revising'], command: 'edit', posts: conveners, to: ['draft', 'revising'] },
    { from: ['draft', 'revising'], command: 'setIndicators', posts: conveners, to: ['draft', 'revising'] },
    { from: ['draft', 'revising'], command: 'divide', posts: conveners, to: ['draft', 'revising'] },
    {
      from: ['draft', 'issued', 'revising'],
      command: 'schedule',
      posts: ['officeStaff', 'officeDirector'],
      to: ['draft', 'issued', 'revising'],
    },
    { from: ['draft', 'revising'], command: 'issue', posts: ['officeDirector'], to: ['issued'] },
    { from: ['issued'], command: 'revise', posts: conveners, to: ['revising'] },
    { from: ['issued', 'revising'], command: 'selfScore', posts: conveners, to: ['issued', 'revising'] },
    // A verdict that the superior corrected is registered again.
    { from: ['issued', 'judged'], command: 'registerVerdict', posts: conveners, to: ['judged'] },
    { from: ['draft', 'issued', 'revising'], command: 'cancel', posts: conveners, to: ['cancelled'] },
  ],
}
