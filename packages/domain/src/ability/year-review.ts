import { postsGiving } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import { type ReviewCommandKind, reviewWorkflow } from '../year-review/transitions.ts'
import { isAdministrator, type PostKind, postKinds } from './posts.ts'

const giving = (command: ReviewCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(reviewWorkflow, command),
})

/** 年度总结复盘: read from the transition table; whoever sees the year plan sees its review. */
export const yearReviewAbilities = {
  'yearReview.read': { posts: postKinds.filter((kind) => !isAdministrator(kind)) },
  'yearReview.begin': { posts: conveners },
  'yearReview.contribute': giving('contribute'),
  'yearReview.drop': giving('drop'),
  'yearReview.close': giving('close'),
  'yearReview.answer': giving('answer'),
  'yearReview.summarise': giving('summarise'),
  'yearReview.propose': giving('propose'),
  'yearReview.take': giving('take'),
  'yearReview.return': giving('return'),
  'yearReview.carry': giving('carry'),
  'yearReview.cancel': giving('cancel'),
} as const
