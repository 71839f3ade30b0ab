import type { Reader } from '../../platform/database/database.ts'
import { adjustmentKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const targetAdjustmentNouns = {
  targetAdjustment: async (db: Reader, id: string) => {
    const found = await adjustmentKeeper.find(db, id)
    return found && adjustmentKeeper.canonical(found)
  },
}
