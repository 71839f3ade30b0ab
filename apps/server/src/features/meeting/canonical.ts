import type { Reader } from '../../platform/database/database.ts'
import { canonicalGroup } from './group-store.ts'
import { meetingKeeper } from './store.ts'
import { taskKeeper } from './task-store.ts'

/** Canonical forms from live rows, for the test that recomputes what acts say; undefined where there is no such row. */
export const meetingNouns = {
  meeting: async (db: Reader, id: string) => {
    const found = await meetingKeeper.find(db, id)
    return found && meetingKeeper.canonical(found)
  },
  assignedTask: async (db: Reader, id: string) => {
    const found = await taskKeeper.find(db, id)
    return found && taskKeeper.canonical(found)
  },
  steeringGroup: async (db: Reader, id: string) => {
    const row = await db.selectFrom('steering_group').selectAll().where('id', '=', id).executeTakeFirst()
    return row && canonicalGroup(row)
  },
}
