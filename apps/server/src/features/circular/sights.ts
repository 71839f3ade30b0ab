import type { Sights } from '../../platform/work/sight.ts'
import { isOfOffice, visibleCircular } from './read.ts'

/** Who may read the act history: the office all of it, a receiver who did what when. */
export const circularSights: Sights = {
  circular: async (db, actor, _context, id) => {
    const found = await visibleCircular(db, actor, id)
    if (!found) return 'nothing'
    return isOfOffice(actor, found) ? 'all' : 'heads'
  },
}
