import type { Sights } from '../../platform/work/sight.ts'
import { readsWhole, superiorPlanIsVisible } from './scope.ts'
import { superiorPlanKeeper } from './store.ts'

/** The office and the leaders read the whole history, who bears something who did what when. */
export const superiorPlanSights: Sights = {
  superiorPlan: async (db, actor, _context, id) => {
    const found = await superiorPlanKeeper.find(db, id, superiorPlanIsVisible(actor))
    if (!found) return 'nothing'
    return readsWhole(actor, found.model) ? 'all' : 'heads'
  },
}
