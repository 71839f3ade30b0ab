import type { Task, TaskProvider } from '../../platform/work/task.ts'
import { verificationTasksOf } from '../verification/index.ts'

export const verificationTasks: TaskProvider = async (db, actor) => {
  const tasks = await verificationTasksOf(db, actor)
  return tasks.map(
    (task): Task => ({
      noun: 'verification',
      id: `${task.verificationId}/${task.command}`,
      verb: task.command,
      object: task.units > 0 ? `${task.leafName}（${task.units}家）` : task.leafName,
      within: task.planTitle,
      due: task.due ?? undefined,
      link: `/verification/${task.verificationId}`,
    }),
  )
}
