import type { Reader } from '../../platform/database/database.ts'
import { canonicalGroup } from './group-store.ts'
import { canonicalLoaded, meetingById } from './store.ts'
import { canonicalLoadedTask, taskById } from './task-store.ts'

/** Canonical forms from live rows, for the test that recomputes what acts say; undefined where there is no such row. */
export const meetingNouns = {
  meeting: async (db: Reader, id: string) => {
    const found = await meetingById(db, id)
    return found && canonicalLoaded(found)
  },
  assignedTask: async (db: Reader, id: string) => {
    const found = await taskById(db, id)
    return found && canonicalLoadedTask(found)
  },
  steeringGroup: async (db: Reader, id: string) => {
    const row = await db.selectFrom('steering_group').selectAll().where('id', '=', id).executeTakeFirst()
    return row && canonicalGroup(row)
  },
}
