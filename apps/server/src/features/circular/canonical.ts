import type { Reader } from '../../platform/database/database.ts'
import { circularKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const circularNouns = {
  circular: async (db: Reader, id: string) => {
    const found = await circularKeeper.find(db, id)
    return found && circularKeeper.canonical(found)
  },
}
