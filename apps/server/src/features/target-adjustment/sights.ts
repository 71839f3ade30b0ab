import type { Sights } from '../../platform/work/sight.ts'
import { visibleAdjustment } from './read.ts'

/** Whoever sees the request reads what was done with it. */
export const targetAdjustmentSights: Sights = {
  targetAdjustment: async (db, actor, _context, id) => ((await visibleAdjustment(db, actor, id)) ? 'all' : 'nothing'),
}
