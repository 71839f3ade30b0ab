import type { listEvaluations } from '@quanheng/contract/evaluation'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { linesOf } from './lines.ts'
import { evaluationIsVisible } from './scope.ts'
import { evaluationKeeper } from './store.ts'

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size }: QueryOf<typeof listEvaluations>,
  today: string,
): Promise<ReplyOf<typeof listEvaluations>> => {
  const found = db.selectFrom('evaluation').where(evaluationIsVisible(actor))
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('evaluation')
    .orderBy('year', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total, rows: await linesOf(db, await evaluationKeeper.complete(db, rows), { actor, today }) }
}
