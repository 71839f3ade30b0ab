import type { Reader } from '../../platform/database/database.ts'
import { superiorPlanKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const superiorPlanNouns = {
  superiorPlan: async (db: Reader, id: string) => {
    const found = await superiorPlanKeeper.find(db, id)
    return found && superiorPlanKeeper.canonical(found)
  },
}
