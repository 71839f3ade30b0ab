import type { Sights } from '../../platform/work/sight.ts'
import { visiblePack } from './store.ts'

export { reportPackRoutes } from './routes.ts'
export { canonicalReportPackRow } from './store.ts'
export type {} from './tables.ts'

/** Whoever may read what came in a pack may read how it was taken. */
export const reportPackSights: Sights = {
  reportPack: async (db, actor, _context, id) => ((await visiblePack(db, actor, id)) ? 'all' : 'nothing'),
}
