import type { Sights } from '../../platform/work/sight.ts'
import { shownTo, standingOn } from './evidence-scope.ts'
import { filedOf, filedRows } from './evidence-store.ts'
import { visibleDatum } from './show-datum.ts'

/** Whoever may open a datum or a file may read how it came about. */
export const collectionSights: Sights = {
  datum: async (db, actor, _context, id) => ((await visibleDatum(db, actor, id)) === null ? 'nothing' : 'all'),
  evidence: async (db, actor, _context, id) => {
    const row = await filedRows(db).where('evidence.id', '=', id).executeTakeFirst()
    const evidence = row && filedOf(row)
    const standing = evidence && (await standingOn(db, actor.posts, evidence))
    return evidence && standing && shownTo(standing, [evidence]).length > 0 ? 'all' : 'nothing'
  },
}
