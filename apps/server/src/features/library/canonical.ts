import type { Reader } from '../../platform/database/database.ts'
import { libraryKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const libraryNouns = {
  libraryDocument: async (db: Reader, id: string) => {
    const found = await libraryKeeper.find(db, id)
    return found && libraryKeeper.canonical(found)
  },
}
