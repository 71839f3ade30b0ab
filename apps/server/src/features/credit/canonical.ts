import type { Reader } from '../../platform/database/database.ts'
import { canonicalLoadedRegister, registerById } from './register-store.ts'
import { creditKeeper } from './store.ts'

/** Canonical forms from live rows, for the test that recomputes what acts say; undefined where there is no such row. */
export const creditNouns = {
  credit: async (db: Reader, id: string) => {
    const found = await creditKeeper.find(db, id)
    return found && creditKeeper.canonical(found)
  },
  creditRegister: async (db: Reader, id: string) => {
    const found = await registerById(db, id)
    return found && canonicalLoadedRegister(found)
  },
}
