import type { Sights } from '../../../platform/work/sight.ts'
import { show } from './show.ts'

/** Whoever sees the review reads how it came about. */
export const selfReviewSights: Sights = {
  selfReview: async (db, actor, _context, id) => {
    const row = await db
      .selectFrom('self_review')
      .select(['plan_id', 'unit_id'])
      .where('id', '=', id)
      .executeTakeFirst()
    const shown = row && (await show(db, actor, { planId: row.plan_id, unitId: row.unit_id }))
    return shown?.id === id ? 'all' : 'nothing'
  },
}
