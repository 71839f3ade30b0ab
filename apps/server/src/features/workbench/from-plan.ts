import { mayDo, nextAct } from '@quanheng/domain/plan/next-act'
import type { Task, TaskProvider } from '../../platform/work/task.ts'
import { planHeaders, plansVisibleTo } from '../plan/index.ts'

/** Plans of the own body that are not issued yet and that this person can take forward. */
export const planTasks: TaskProvider = async (db, actor) => {
  const headers = await planHeaders(db, plansVisibleTo(actor))
  return headers.flatMap((plan): Task[] => {
    if (plan.state === 'discarded') return []
    const next = nextAct(plan.kind, plan.state)
    const posts = actor.posts.filter((post) => post.unitId === plan.ownerUnitId).map((post) => post.kind)
    if (next === undefined || !mayDo(plan.kind, plan.state, posts).includes(next.command)) return []
    return [
      {
        noun: 'plan',
        id: plan.planId,
        verb: next.command,
        object: plan.title,
        from: plan.ownerName,
        link: `/plans/${plan.planId}`,
      },
    ]
  })
}
