import { postsFor } from '../../../platform/door/actor.ts'
import type { Task, TaskProvider } from '../../../platform/work/task.ts'
import { resultsOfPlan } from '../result-store.ts'
import { reviewingUnits } from './ground.ts'
import { list } from './show.ts'

/** 待办: a self-review to write or mend, and one that only waits for its signature. */
export const selfReviewTasksOf: TaskProvider = async (db, actor) => {
  if (reviewingUnits(actor).length === 0) return []
  const tasks: Task[] = []
  for (const line of (await list(db, actor)).own) {
    if (line.state === 'signed') continue
    if ((await resultsOfPlan(db, line.planId)).some(({ result }) => result.state !== 'voided')) continue
    const signs = postsFor(actor, 'selfReview.sign').some(({ unitId }) => unitId === line.unitId)
    if (signs && line.state === null) continue
    tasks.push({
      noun: 'selfReview',
      id: `${line.planId}/${line.unitId}`,
      verb: signs ? 'sign' : 'fill',
      object: line.unitName,
      within: line.planTitle,
      link: `/self-reviews/${line.planId}/${line.unitId}`,
    })
  }
  return tasks
}
