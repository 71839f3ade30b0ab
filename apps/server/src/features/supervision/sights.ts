import type { Sights } from '../../platform/work/sight.ts'
import { visibleSupervision } from './show.ts'
import { visibleItem } from './show-item.ts'
import { isOfOffice, visibleVisit } from './show-visit.ts'

/** Who may read the act history: the office and the group all of it, the unit concerned who did what when. */
export const supervisionSights: Sights = {
  supervision: async (db, actor, _context, id) => ((await visibleSupervision(db, actor, id)) ? 'all' : 'nothing'),
  supervisionVisit: async (db, actor, _context, id) => {
    const found = await visibleVisit(db, actor, id)
    if (!found) return 'nothing'
    return isOfOffice(actor, found.row.from_unit_id) ? 'all' : 'heads'
  },
  rectification: async (db, actor, _context, id) => ((await visibleItem(db, actor, id)) ? 'all' : 'nothing'),
}
