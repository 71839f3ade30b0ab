import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Task, TaskProvider } from '../../platform/work/task.ts'

/** All that waits for this person, over every noun. */
export const tasksOf = async (
  providers: readonly TaskProvider[],
  db: Reader,
  actor: Actor,
  context: Context,
): Promise<readonly Task[]> => (await Promise.all(providers.map((provider) => provider(db, actor, context)))).flat()
