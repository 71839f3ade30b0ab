import type { Reader } from '../../platform/database/database.ts'
import { milestoneKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const milestoneNouns = {
  milestone: async (db: Reader, id: string) => {
    const found = await milestoneKeeper.find(db, id)
    return found && milestoneKeeper.canonical(found)
  },
}
