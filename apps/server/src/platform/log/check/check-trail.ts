import type { Reader } from '../../database/database.ts'
import { logActs } from '../log-acts.ts'
import { trailPart } from '../trail.ts'
import type { Faults } from './faults.ts'

/** Each sealed part of the access trail against its rows, and the parts against one another. */
export const checkTrail = async (db: Reader, faults: Faults): Promise<void> => {
  const acts = await db.selectFrom('act').select('events').where('action', '=', logActs.trail).orderBy('seq').execute()
  let last = 0
  for (const { events } of acts) {
    const [event] = events
    const [from, through] = [Number(event?.from), Number(event?.through)]
    const { count, digest } = await trailPart(db, from, through)
    if (from !== last || count !== event?.count || digest !== event?.digest) {
      faults.add('checkpoint.trailChanged', { from, through })
    }
    last = through
  }
}
