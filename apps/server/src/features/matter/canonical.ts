import type { Reader } from '../../platform/database/database.ts'
import { matterKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const matterNouns = {
  matter: async (db: Reader, id: string) => {
    const found = await matterKeeper.find(db, id)
    return found && matterKeeper.canonical(found)
  },
}
