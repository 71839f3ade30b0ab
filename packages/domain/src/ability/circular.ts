import { type CircularCommandKind, circularWorkflow } from '../circular/transitions.ts'
import { postsGiving } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import type { PostKind } from './posts.ts'

const giving = (command: CircularCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(circularWorkflow, command),
})

const readers: readonly PostKind[] = [
  ...new Set<PostKind>([...circularWorkflow.rows.flatMap(({ posts }) => posts), 'observer']),
]

/** 信息通报: read from the transition table; which circulars a post reads is the scope of what is loaded. */
export const circularAbilities = {
  'circular.read': { posts: readers },
  'circular.begin': { posts: conveners },
  'circular.edit': giving('edit'),
  'circular.propose': giving('propose'),
  'circular.issue': giving('issue'),
  'circular.return': giving('return'),
  'circular.discard': giving('discard'),
  'circular.sign': giving('sign'),
  'circular.registerReceipt': giving('registerReceipt'),
  'circular.urge': giving('urge'),
  'circular.withdraw': giving('withdraw'),
} as const
