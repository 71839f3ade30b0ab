import type { Reader } from '../../platform/database/database.ts'
import { itemKeeper, supervisionKeeper, visitKeeper } from './store.ts'

/** Canonical forms from the live rows, for the test that recomputes what acts say; undefined where there is no such row. */
export const supervisionNouns = {
  supervision: async (db: Reader, id: string) => {
    const found = await supervisionKeeper.find(db, id)
    return found && supervisionKeeper.canonical(found)
  },
  supervisionVisit: async (db: Reader, id: string) => {
    const found = await visitKeeper.find(db, id)
    return found && visitKeeper.canonical(found)
  },
  rectification: async (db: Reader, id: string) => {
    const found = await itemKeeper.find(db, id)
    return found && itemKeeper.canonical(found)
  },
}
