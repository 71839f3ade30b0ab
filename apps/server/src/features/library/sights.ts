import type { Sights } from '../../platform/work/sight.ts'
import { isOfLibraryOffice, visibleLibraryDocument } from './show.ts'

/** Who may read the act history: the office all of it, everybody else who did what when once it is published. */
export const librarySights: Sights = {
  libraryDocument: async (db, actor, _context, id) => {
    const found = await visibleLibraryDocument(db, actor, id)
    if (!found) return 'nothing'
    return isOfLibraryOffice(actor, found) ? 'all' : 'heads'
  },
}
