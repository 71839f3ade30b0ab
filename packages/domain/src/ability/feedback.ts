import { feedbackAgreers, feedbackAnswerers, feedbackAskers } from '../feedback/decide.ts'
import { freezers } from '../result/transitions.ts'
import type { PostKind } from './posts.ts'

const readers: readonly PostKind[] = [
  ...new Set<PostKind>([...freezers, ...feedbackAskers, ...feedbackAnswerers, 'clerk', 'observer']),
]

/** 初评反馈: opened by whoever may lock the scores, asked by the unit, answered by heads of the side that scored. */
export const feedbackAbilities = {
  'feedback.read': { posts: readers },
  'feedback.open': { posts: freezers },
  'feedback.ask': { posts: feedbackAskers },
  'feedback.agree': { posts: feedbackAgreers },
  'feedback.answer': { posts: feedbackAnswerers },
} as const
