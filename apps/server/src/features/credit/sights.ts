import type { Sights } from '../../platform/work/sight.ts'
import { creditsVisibleTo } from './scope.ts'
import { isParty, visibleCredit } from './show.ts'

/** Who may read the act history: the parties all of it, whoever sees it only in publicity who did what when. */
export const creditSights: Sights = {
  credit: async (db, actor, _context, id) => {
    const credit = await visibleCredit(db, actor, id)
    if (!credit) return 'nothing'
    return isParty(creditsVisibleTo(actor), credit) ? 'all' : 'heads'
  },
  creditRegister: async (_db, actor) => (creditsVisibleTo(actor).all ? 'all' : 'nothing'),
}
