import type { Reader } from '../../platform/database/database.ts'
import { reviewKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const yearReviewNouns = {
  yearReview: async (db: Reader, id: string) => {
    const found = await reviewKeeper.find(db, id)
    return found && reviewKeeper.canonical(found)
  },
}
