import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { listSuperiorPlans } from '@quanheng/contract/superior-plan'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { planLine } from './lines.ts'
import { superiorPlanIsVisible } from './scope.ts'
import { superiorPlanKeeper } from './store.ts'

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size }: QueryOf<typeof listSuperiorPlans>,
): Promise<ReplyOf<typeof listSuperiorPlans>> => {
  const found = db.selectFrom('superior_plan').where(superiorPlanIsVisible(actor))
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('superior_plan')
    .orderBy('year', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total, rows: (await superiorPlanKeeper.complete(db, rows)).map((one) => planLine(one, actor)) }
}
