import type { Owed, OwedProvider, Task, TaskProvider } from '../../platform/work/task.ts'
import { collectionTasksOf, unreported } from '../collection/index.ts'
import { planHeaders, plansVisibleTo } from '../plan/index.ts'

export const collectionTasks: TaskProvider = async (db, actor, { today }) => {
  const todos = await collectionTasksOf(db, actor, today)
  return todos.map(
    (todo): Task => ({
      noun: 'datum',
      id: `${todo.planId}/${todo.elementKey}/${todo.turn}`,
      verb: todo.turn,
      object:
        todo.unitName === null ? `${todo.elementName}（${todo.count}项）` : `${todo.elementName}（${todo.unitName}）`,
      within: todo.planTitle,
      due: todo.due,
      link: todo.link,
    }),
  )
}

/** Every body that has not reported or confirmed under an issued plan, one line for each body and kind of act. */
export const collectionOwed: OwedProvider = async (db, actor, { today }) => {
  const owed: Owed[] = []
  for (const plan of await planHeaders(db, plansVisibleTo(actor), { issuedOnly: true })) {
    for (const [at, entry] of (await unreported(db, plan.planId, today, actor.posts)).entries()) {
      const dues = entry.data.map((one) => one.due).toSorted()
      const [first] = entry.data
      if (first === undefined || dues[0] === undefined) continue
      const query = new URLSearchParams({ planId: plan.planId, unitId: entry.unitId })
      owed.push({
        noun: 'datum',
        id: `${plan.planId}/${at}`,
        verb: entry.waitsFor,
        body: `${entry.unitName}${entry.sectionName ?? ''}`,
        object: entry.data.length === 1 ? first.elementName : `${first.elementName}等${entry.data.length}项数据`,
        within: plan.title,
        due: dues[0],
        people: entry.people,
        text: entry.text,
        link: `/collection?${query}`,
      })
    }
  }
  return owed
}
