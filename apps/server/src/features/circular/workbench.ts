import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Task } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { owedBy, takesForward } from './list.ts'
import { circularIsVisible, circularsVisibleTo } from './scope.ts'
import { circularKeeper } from './store.ts'

/** 待办 of circulars: what the office writes and head or director sign off; what receivers have to sign for. */
export const circularTasksOf = async (db: Reader, actor: Actor, _context: Context): Promise<readonly Task[]> => {
  const rows = await db
    .selectFrom('circular')
    .selectAll()
    .where('state', 'in', ['draft', 'toIssue', 'issued'])
    .where(circularIsVisible(circularsVisibleTo(actor)))
    .orderBy('id')
    .execute()
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return (await circularKeeper.complete(db, rows)).flatMap((one): readonly Task[] => {
    const { id, state, content, unitId } = one.model
    const line = { noun: 'circular' as const, id, object: content.title, link: `/circulars/${id}` }
    if (takesForward(one, actor)) return [{ ...line, verb: state === 'draft' ? 'propose' : 'issue' }]
    if (owedBy(one, actor).length === 0) return []
    const due = content.signBy === '' ? undefined : content.signBy
    return [{ ...line, verb: 'sign', due, from: names.get(unitId) }]
  })
}
