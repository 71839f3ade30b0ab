import type { Task, TaskProvider } from '../../platform/work/task.ts'
import { scoringTasksOf } from '../scoring/index.ts'

export const scoringTasks: TaskProvider = async (db, actor, { today }) => {
  const tasks = await scoringTasksOf(db, actor, today)
  return tasks.map(
    (task): Task => ({
      noun: 'sheet',
      id: `${task.sheetId}/${task.command}`,
      verb: task.command,
      object: task.leafName,
      within: task.planTitle,
      from: task.reason ?? undefined,
      due: task.due ?? undefined,
      link: `/scoring/${task.sheetId}`,
    }),
  )
}
