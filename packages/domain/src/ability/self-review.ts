import { freezers } from '../result/transitions.ts'
import { selfReviewSigners, selfReviewWriters } from '../self-review/decide.ts'
import type { PostKind } from './posts.ts'

const readers: readonly PostKind[] = [
  ...new Set<PostKind>([...freezers, ...selfReviewWriters, 'leaderInCharge', 'clerk', 'observer']),
]

/** 自查自评: written and signed by the unit, returned by whoever may lock the scores. */
export const selfReviewAbilities = {
  'selfReview.read': { posts: readers },
  'selfReview.save': { posts: selfReviewWriters },
  'selfReview.sign': { posts: selfReviewSigners },
  'selfReview.return': { posts: freezers },
} as const
