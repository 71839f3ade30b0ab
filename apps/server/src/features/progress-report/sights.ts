import type { Sights } from '../../platform/work/sight.ts'
import { progressIsVisible } from './scope.ts'
import { progressKeeper } from './store.ts'

/** The unit that reported and the office read the whole history. */
export const progressReportSights: Sights = {
  progressReport: async (db, actor, _context, id) =>
    (await progressKeeper.find(db, id, progressIsVisible(actor))) ? 'all' : 'nothing',
}
