import type { Reader } from '../../platform/database/database.ts'
import { progressKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const progressReportNouns = {
  progressReport: async (db: Reader, id: string) => {
    const found = await progressKeeper.find(db, id)
    return found && progressKeeper.canonical(found)
  },
}
