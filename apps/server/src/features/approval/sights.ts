import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Sight, SightOf, Sights } from '../../platform/work/sight.ts'
import { approvalsVisibleTo, seesApprovalsOf } from './scope.ts'

const sight = (actor: Actor, ownerUnitId: string | undefined): Sight =>
  ownerUnitId !== undefined && seesApprovalsOf(approvalsVisibleTo(actor), ownerUnitId) ? 'all' : 'nothing'

const owned =
  (table: 'approval' | 'submission' | 'decision'): SightOf =>
  async (db: Reader, actor, _context, id) => {
    const row = await db.selectFrom(table).select('owner_unit_id').where('id', '=', id).executeTakeFirst()
    return sight(actor, row?.owner_unit_id)
  }

/** Who may read the act history of a paper on its way, its decision, number book or package: whoever sees its page. */
export const approvalSights: Sights = {
  approval: owned('approval'),
  submission: owned('submission'),
  decision: owned('decision'),
  letterhead: async (db, actor, _context, id) => {
    const row = await db.selectFrom('letterhead').select('unit_id').where('id', '=', id).executeTakeFirst()
    return sight(actor, row?.unit_id)
  },
  numberBook: async (db, actor, _context, id) => {
    const row = await db.selectFrom('number_book').select('unit_id').where('id', '=', id).executeTakeFirst()
    return sight(actor, row?.unit_id)
  },
}
