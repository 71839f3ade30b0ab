import type { Reader } from '../../platform/database/database.ts'
import type { Sights } from '../../platform/work/sight.ts'
import { visibleLateEntry } from './list.ts'
import { canonicalLoaded, lateEntryById } from './store.ts'

export { lateEntryRoutes } from './routes.ts'
export type {} from './tables.ts'
export { lateEntryTasksOf } from './tasks.ts'

/** Whoever may read a request may read how it came about. */
export const lateEntrySights: Sights = {
  lateEntry: async (db, actor, _context, id) => ((await visibleLateEntry(db, actor, id)) ? 'all' : 'nothing'),
}

/** Canonical form from the live row, for the check of what acts say. */
export const canonicalLateEntryRow = async (db: Reader, id: string): Promise<unknown> => {
  const found = await lateEntryById(db, id)
  return found && canonicalLoaded(found)
}
