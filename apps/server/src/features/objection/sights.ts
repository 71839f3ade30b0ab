import type { Sights } from '../../platform/work/sight.ts'
import { isOfOffice, visibleObjection } from './scope.ts'

/** The office and who supervises read the whole history; the sides learn who did what when. */
export const objectionSights: Sights = {
  objection: async (db, actor, _context, id) => {
    const found = await visibleObjection(db, actor, id)
    if (!found) return 'nothing'
    return isOfOffice(actor, found) ? 'all' : 'heads'
  },
}
