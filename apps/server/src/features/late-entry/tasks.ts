import { nodeByKey } from '@quanheng/domain/plan/tree'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnLateEntry } from '@quanheng/domain/workbench/next-on-late-entry'
import { unitIdsOf } from '../../platform/door/actor.ts'
import { holdings, type TaskProvider } from '../../platform/work/task.ts'
import { namesFor, placeFrom } from '../collection/index.ts'
import { read } from './present.ts'
import { lateEntryIsVisible } from './scope.ts'
import { loaded } from './store.ts'

/** 待办: requests that this person answers, by the day that the unit asks for. */
export const lateEntryTasksOf: TaskProvider = async (db, actor) => {
  const rows = await db
    .selectFrom('late_entry')
    .selectAll('late_entry')
    .where('late_entry.state', '=', 'asked')
    .where(lateEntryIsVisible(actor))
    .orderBy('late_entry.id')
    .execute()
  const all = await read(db, rows.map(loaded))
  const names = await namesFor(db, { units: all.flatMap(({ entry }) => [entry.unitId, entry.askedUnitId]) })
  const own = unitIdsOf(actor.posts)
  return all.flatMap(({ entry, plan, data }) => {
    if (own.includes(entry.unitId) || own.includes(entry.askedUnitId)) return []
    const places = new Set(data.flatMap(({ row }) => row.scorer_places))
    const acts = [...places].flatMap((place) => nextOnLateEntry(entry, placeFrom(place)) ?? [])
    const act = acts.find((one) => holdings(actor).some((held) => mayAct(one, held)))
    if (!act) return []
    const leaf = nodeByKey(plan.content, entry.leafKey)?.name ?? entry.leafKey
    return [
      {
        noun: 'lateEntry',
        id: entry.id,
        verb: act.verb,
        object: `${leaf}（${names.unit(entry.unitId)}）`,
        within: plan.title,
        from: names.unit(entry.askedUnitId),
        due: act.due,
        link: `/collection/late-entries?open=${entry.id}`,
      },
    ]
  })
}
