import { postsGiving } from '../kernel/transition.ts'
import { type MatterCommandKind, matterWorkflow } from '../matter/transitions.ts'
import { conveners, opinionGivers } from '../meeting/transitions.ts'
import type { PostKind } from './posts.ts'

const giving = (command: MatterCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(matterWorkflow, command),
})

/** 重要事项: read from the transition table; which matters a post reads is the scope of what is loaded. */
export const matterAbilities = {
  'matter.read': { posts: [...opinionGivers, 'observer' as const] },
  'matter.begin': { posts: conveners },
  'matter.edit': giving('edit'),
  'matter.seek': giving('seek'),
  'matter.proposeDirect': giving('proposeDirect'),
  'matter.giveOpinion': giving('giveOpinion'),
  'matter.close': giving('close'),
  'matter.answer': giving('answer'),
  'matter.revise': giving('revise'),
  'matter.propose': giving('propose'),
  'matter.approve': giving('approve'),
  'matter.return': giving('return'),
  'matter.cancel': giving('cancel'),
} as const
