import { nextOnMatter } from '@quanheng/domain/workbench/next-on-matter'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Task } from '../../platform/work/task.ts'
import { owesOpinion, takesForward } from './list.ts'
import { matterIsVisible, mattersVisibleTo } from './scope.ts'
import { matterKeeper } from './store.ts'

/** 待办 of important matters: what the office and the head do next, and opinions that members owe. */
export const matterTasksOf = async (db: Reader, actor: Actor, { today }: Context): Promise<readonly Task[]> => {
  const rows = await db
    .selectFrom('matter')
    .selectAll()
    .where('state', 'not in', ['approved', 'cancelled'])
    .where(matterIsVisible(mattersVisibleTo(actor)))
    .orderBy('id')
    .execute()
  return (await matterKeeper.complete(db, rows)).flatMap((one): readonly Task[] => {
    const { id, content, standing } = one.model
    const line = { noun: 'matter' as const, object: content.title, link: `/matters/${id}` }
    const verb = nextOnMatter(one.model)?.verb
    return [
      ...(verb !== undefined && takesForward(one, actor, today) ? [{ ...line, id, verb }] : []),
      ...(owesOpinion(one, actor, today)
        ? [{ ...line, id: `${id}:opinion`, verb: 'giveOpinion', due: standing.round?.until }]
        : []),
    ]
  })
}
