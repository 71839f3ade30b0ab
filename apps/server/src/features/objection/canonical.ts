import type { Reader } from '../../platform/database/database.ts'
import { objectionKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const objectionNouns = {
  objection: async (db: Reader, id: string) => {
    const found = await objectionKeeper.find(db, id)
    return found && objectionKeeper.canonical(found)
  },
}
