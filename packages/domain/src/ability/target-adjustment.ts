import { postsGiving } from '../kernel/transition.ts'
import { type AdjustmentCommandKind, adjustmentDrafters, adjustmentWorkflow } from '../target-adjustment/transitions.ts'
import { isAdministrator, type PostKind, postKinds } from './posts.ts'

const giving = (command: AdjustmentCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(adjustmentWorkflow, command),
})

/** 指标调整: read from the transition table; which requests a post reads is the scope of what is loaded. */
export const targetAdjustmentAbilities = {
  'targetAdjustment.read': { posts: postKinds.filter((kind) => !isAdministrator(kind)) },
  'targetAdjustment.begin': { posts: adjustmentDrafters },
  'targetAdjustment.edit': giving('edit'),
  'targetAdjustment.send': giving('send'),
  'targetAdjustment.giveOpinion': giving('giveOpinion'),
  'targetAdjustment.return': giving('return'),
  'targetAdjustment.propose': giving('propose'),
  'targetAdjustment.decide': giving('decide'),
  'targetAdjustment.reply': giving('reply'),
  'targetAdjustment.revise': giving('revise'),
  'targetAdjustment.withdraw': giving('withdraw'),
} as const
