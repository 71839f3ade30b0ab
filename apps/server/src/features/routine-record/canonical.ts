import type { Reader } from '../../platform/database/database.ts'
import { routineRecordKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const routineRecordNouns = {
  routineRecord: async (db: Reader, id: string) => {
    const found = await routineRecordKeeper.find(db, id)
    return found && routineRecordKeeper.canonical(found)
  },
}
