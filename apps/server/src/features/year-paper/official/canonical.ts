import type { Reader } from '../../../platform/database/database.ts'
import type { Sights } from '../../../platform/work/sight.ts'
import { plansVisibleTo, seesDraftsOf } from '../../plan/index.ts'
import { canonicalLoadedPaper, officialPaperById } from './store.ts'

/** Canonical forms from live rows, for the test that recomputes what acts say; undefined where there is no such row. */
export const officialPaperNouns = {
  officialPaper: async (db: Reader, id: string) => {
    const found = await officialPaperById(db, id)
    return found && canonicalLoadedPaper(found)
  },
}

/** Whoever works on the plan reads the history of its papers. */
export const officialPaperSights: Sights = {
  officialPaper: async (db, actor, _context, id) => {
    const found = await officialPaperById(db, id)
    return found && seesDraftsOf(plansVisibleTo(actor), found.paper.ownerUnitId) ? 'all' : 'nothing'
  },
}
