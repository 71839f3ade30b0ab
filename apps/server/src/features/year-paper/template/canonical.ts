import type { Reader } from '../../../platform/database/database.ts'
import { postsFor, unitIdsOf } from '../../../platform/door/actor.ts'
import type { Sights } from '../../../platform/work/sight.ts'
import { plansVisibleTo, seesDraftsOf } from '../../plan/index.ts'
import { canonicalLoadedTemplate, canonicalPaperRow, templateById, templatePaperById } from './store.ts'

/** Canonical forms from live rows; undefined where there is no such row. */
export const officeTemplateNouns = {
  officeTemplate: async (db: Reader, id: string) => {
    const found = await templateById(db, id)
    return found && canonicalLoadedTemplate(found)
  },
  templatePaper: async (db: Reader, id: string) => {
    const found = await templatePaperById(db, id)
    return found && canonicalPaperRow(found)
  },
}

/** A template's history is its unit's; a paper's that of whoever works on the plan. */
export const officeTemplateSights: Sights = {
  officeTemplate: async (db, actor, _context, id) => {
    const found = await templateById(db, id)
    return found && unitIdsOf(postsFor(actor, 'officeTemplate.read')).includes(found.template.unitId)
      ? 'all'
      : 'nothing'
  },
  templatePaper: async (db, actor, _context, id) => {
    const found = await templatePaperById(db, id)
    return found && seesDraftsOf(plansVisibleTo(actor), found.ownerUnitId) ? 'all' : 'nothing'
  },
}
