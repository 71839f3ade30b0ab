import type { Sights } from '../../platform/work/sight.ts'
import { readsAll, reviewIsVisible } from './scope.ts'
import { reviewKeeper } from './store.ts'

/** The office and the head read the whole history, others who did what when. */
export const yearReviewSights: Sights = {
  yearReview: async (db, actor, _context, id) => {
    const found = await reviewKeeper.find(db, id, reviewIsVisible(actor))
    if (!found) return 'nothing'
    return readsAll(actor, found.model) ? 'all' : 'heads'
  },
}
