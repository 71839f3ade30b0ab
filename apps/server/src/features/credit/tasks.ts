import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Task } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { isMine, nextOf, plansOf } from './rows.ts'
import { creditIsVisible, creditsVisibleTo } from './scope.ts'
import { creditKeeper } from './store.ts'

/** 待办 of 加减分核定: what of it waits for this person. */
export const creditTasksOf = async (db: Reader, actor: Actor, { today }: Context): Promise<readonly Task[]> => {
  const rows = await db
    .selectFrom('credit')
    .selectAll()
    .where('state', 'not in', ['decided', 'refused', 'withdrawn', 'lifted'])
    .where(creditIsVisible(creditsVisibleTo(actor)))
    .orderBy('id')
    .execute()
  const credits = await creditKeeper.complete(db, rows)
  const plans = await plansOf(db, credits)
  const names = await namesOf(db, { units: credits.map(({ model: entry }) => entry.unitId) })
  return credits.flatMap((credit) => {
    const plan = plans.get(credit.row.plan_id)
    const act = plan && nextOf(credit, plan, today)
    if (!plan || !act || !isMine(credit, plan, actor, today)) return []
    return [
      {
        noun: 'credit',
        id: credit.row.id,
        verb: act.verb,
        object: `${credit.model.claim.matter}（${names.get(credit.model.unitId) ?? ''}）`,
        within: plan.title,
        due: act.due,
        link: `/adjustments/${credit.row.id}`,
      },
    ]
  })
}
