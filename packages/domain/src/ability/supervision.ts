import { doers } from '../assigned-task/model.ts'
import { postsGiving } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type RectificationCommandKind, rectificationWorkflow } from '../rectification/transitions.ts'
import { type SupervisionCommandKind, supervisionWorkflow } from '../supervision/transitions.ts'
import { type SupervisionVisitCommandKind, supervisionVisitWorkflow } from '../supervision-visit/transitions.ts'
import type { PostKind } from './posts.ts'

const group = [...conveners, 'steeringHead', 'steeringDeputy', 'observer'] as const satisfies readonly PostKind[]
const order = (command: SupervisionCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(supervisionWorkflow, command),
})
const visit = (command: SupervisionVisitCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(supervisionVisitWorkflow, command),
})
const item = (command: RectificationCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(rectificationWorkflow, command),
})

/** 督查、整改: read from the transition tables; a visited unit reads what was sent to it and its own items. */
export const supervisionAbilities = {
  'supervision.read': { posts: group },
  'supervision.begin': { posts: conveners },
  'supervision.edit': order('edit'),
  'supervision.propose': order('propose'),
  'supervision.order': order('order'),
  'supervision.return': order('return'),
  'supervision.cancel': order('cancel'),
  'supervision.conclude': order('conclude'),
  'supervisionVisit.read': { posts: [...group, ...doers] },
  'supervisionVisit.record': visit('record'),
  'supervisionVisit.send': visit('send'),
  'supervisionVisit.state': visit('state'),
  'supervisionVisit.settle': visit('settle'),
  'supervisionVisit.drop': visit('drop'),
  'rectification.read': { posts: [...group, ...doers] },
  'rectification.plan': item('plan'),
  'rectification.report': item('report'),
  'rectification.close': item('close'),
  'rectification.return': item('return'),
  'rectification.extend': item('extend'),
} as const
