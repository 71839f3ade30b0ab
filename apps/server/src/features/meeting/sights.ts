import type { Sights } from '../../platform/work/sight.ts'
import { meetingsVisibleTo } from './scope.ts'
import { visibleMeeting } from './show.ts'
import { visibleTask } from './task-query.ts'

/** Who may read the act history: the office and the group all of it, a member unit who did what when. */
export const meetingSights: Sights = {
  meeting: async (db, actor, _context, id) => {
    const found = await visibleMeeting(db, actor, id)
    if (!found) return 'nothing'
    return meetingsVisibleTo(actor).offices.includes(found.row.unit_id) ? 'all' : 'heads'
  },
  assignedTask: async (db, actor, _context, id) => ((await visibleTask(db, actor, id)) ? 'all' : 'nothing'),
  steeringGroup: async (db, actor, _context, id) => {
    const row = await db.selectFrom('steering_group').select('unit_id').where('id', '=', id).executeTakeFirst()
    return row && meetingsVisibleTo(actor).offices.includes(row.unit_id) ? 'all' : 'nothing'
  },
}
