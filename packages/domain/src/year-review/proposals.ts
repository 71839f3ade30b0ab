import type { CarriedFinding } from '../plan/findings.ts'
import { acceptedChanges, type YearReview } from './model.ts'

/** What waits in 方案校核 of next year's draft: each change that was taken up, for its drafter to write or to answer with a reason. */
export const carriedChanges = (review: YearReview, nameOf: (unitId: string) => string): readonly CarriedFinding[] =>
  acceptedChanges(review).map(({ id, node, wanted = '', by, answer }) => ({
    key: `yearReview@${review.id}#${id}`,
    finding: {
      code: 'review.changeWanted',
      severity: 'note',
      acceptable: true,
      at: 'indicators',
      params: {
        reviewId: review.id,
        entryId: id,
        year: String(review.year),
        unit: nameOf(by.unitId),
        name: node?.name ?? '',
        wanted,
        reason: answer?.reason ?? '',
      },
      proposals: [],
    },
  }))
