import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnRoutineRecord } from '@quanheng/domain/workbench/next-on-routine-record'
import { holdings, type Task, type TaskProvider } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { recordIsVisible, recordsVisibleTo } from './scope.ts'
import { routineRecordKeeper } from './store.ts'

/** 待办: drafts that are still to be submitted, what waits for confirmation, the unit's view until its day, what the unit denies. */
export const routineRecordTasksOf: TaskProvider = async (db, actor, { today }) => {
  const rows = await db
    .selectFrom('routine_record')
    .selectAll()
    .where('state', 'in', ['draft', 'submitted', 'told', 'differed'])
    .where(recordIsVisible(recordsVisibleTo(actor)))
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  const held = holdings(actor)
  return (await routineRecordKeeper.complete(db, rows)).flatMap(({ model }): Task[] => {
    const act = nextOnRoutineRecord(model, today)
    if (!act || !held.some((post) => mayAct(act, post))) return []
    // A draft waits for whoever wrote it, not for the whole section.
    const last = model.steps.findLast(({ command }) => command === 'begin' || command === 'edit')
    if (act.verb === 'submit' && last?.by.personId !== actor.personId) return []
    const leaf = model.indicator.split(' › ').at(-1) ?? ''
    return [
      {
        noun: 'routineRecord',
        id: model.id,
        verb: act.verb,
        object: `${leaf}（${names.get(model.unitId) ?? ''}，${model.content.happenedOn}）`,
        due: act.due,
        link: `/routine-records/${model.id}`,
      },
    ]
  })
}
