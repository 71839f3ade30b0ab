import { type EvaluationCommandKind, evaluationWorkflow, organisers } from '../evaluation/transitions.ts'
import { postsGiving } from '../kernel/transition.ts'
import { isAdministrator, type PostKind, postKinds } from './posts.ts'

const giving = (command: EvaluationCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(evaluationWorkflow, command),
})

/** 评议: who is on a roster, fixed at opening, fills a ballot; the rest is of the body that owes the figure. */
export const evaluationAbilities = {
  'evaluation.read': { posts: postKinds.filter((kind) => !isAdministrator(kind)) },
  'evaluation.begin': { posts: organisers },
  /** An observer watches and rates nobody. */
  'evaluation.cast': { posts: postKinds.filter((kind) => !isAdministrator(kind) && kind !== 'observer') },
  'evaluation.save': giving('save'),
  'evaluation.open': giving('open'),
  'evaluation.count': giving('count'),
  'evaluation.close': giving('close'),
  'evaluation.tally': giving('tally'),
  'evaluation.feed': giving('feed'),
  'evaluation.cancel': giving('cancel'),
} as const
