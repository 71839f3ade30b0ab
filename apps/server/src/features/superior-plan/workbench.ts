import { nextOnSuperiorPlan } from '@quanheng/domain/workbench/next-on-superior-plan'
import type { Task, TaskProvider } from '../../platform/work/task.ts'
import { takesForward } from './lines.ts'
import { superiorPlanIsVisible } from './scope.ts'
import { superiorPlanKeeper } from './store.ts'

/** 待办 of plans of the superior: what the office enters and divides, what its head issues. */
export const superiorPlanTasksOf: TaskProvider = async (db, actor) => {
  const rows = await db
    .selectFrom('superior_plan')
    .selectAll()
    .where('state', 'in', ['draft', 'revising'])
    .where(superiorPlanIsVisible(actor))
    .orderBy('id')
    .execute()
  return (await superiorPlanKeeper.complete(db, rows)).flatMap((one): Task[] => {
    const act = takesForward(one, actor) ? nextOnSuperiorPlan(one.model) : undefined
    const { id, content } = one.model
    return act
      ? [{ noun: 'superiorPlan', id, verb: act.verb, object: content.document.title, link: `/cascade/${id}` }]
      : []
  })
}
