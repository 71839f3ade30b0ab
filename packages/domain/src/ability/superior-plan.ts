import { postsGiving } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type SuperiorPlanCommandKind, superiorPlanWorkflow } from '../superior-plan/transitions.ts'
import { isAdministrator, type PostKind, postKinds } from './posts.ts'

const giving = (command: SuperiorPlanCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(superiorPlanWorkflow, command),
})

/** 上级方案与任务分解: read from the transition table; units read what they bear. */
export const superiorPlanAbilities = {
  'superiorPlan.read': { posts: postKinds.filter((kind) => !isAdministrator(kind)) },
  'superiorPlan.begin': { posts: conveners },
  'superiorPlan.edit': giving('edit'),
  'superiorPlan.setIndicators': giving('setIndicators'),
  'superiorPlan.divide': giving('divide'),
  'superiorPlan.schedule': giving('schedule'),
  'superiorPlan.issue': giving('issue'),
  'superiorPlan.revise': giving('revise'),
  'superiorPlan.selfScore': giving('selfScore'),
  'superiorPlan.registerVerdict': giving('registerVerdict'),
  'superiorPlan.cancel': giving('cancel'),
} as const
