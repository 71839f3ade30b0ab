import type { Sights } from '../../platform/work/sight.ts'
import { isOfOffice, visibleMatter } from './read.ts'

/** Who may read the act history: the office and the head all of it, a member who did what when. */
export const matterSights: Sights = {
  matter: async (db, actor, _context, id) => {
    const found = await visibleMatter(db, actor, id)
    if (!found) return 'nothing'
    return isOfOffice(actor, found) ? 'all' : 'heads'
  },
}
