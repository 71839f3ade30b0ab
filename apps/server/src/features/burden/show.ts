import type { showBurden } from '@quanheng/contract/burden'
import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { planIsVisible, plansVisibleTo, seesDraftsOf } from '../plan/index.ts'
import { unitNames } from '../result/index.ts'
import { burdenOf } from './burden-query.ts'

/** Published with the result: from then on every body named in the plan sees everybody's. */
const isPublished = async (db: Reader, planId: string): Promise<boolean> =>
  (await db
    .selectFrom('result')
    .select('id')
    .where('plan_id', '=', planId)
    .where('purpose', '=', 'totals')
    .where('state', '=', 'issued')
    .executeTakeFirst()) !== undefined

/** For whoever reads the plan: the body that owns it, the group and the observers see everybody's, others their own until it is published. */
export const shownBurden = async (
  db: Reader,
  actor: Actor,
  planId: string,
): Promise<Result<ReplyOf<typeof showBurden>, Refusal>> => {
  const scope = plansVisibleTo(actor)
  const plan = await db
    .selectFrom('plan')
    .select('owner_unit_id')
    .where('plan.id', '=', planId)
    .where(planIsVisible(scope))
    .executeTakeFirst()
  if (plan === undefined) return refuse('platform.notFound')
  const owner = plan.owner_unit_id
  const everybody =
    seesDraftsOf(scope, owner) || scope.issued || scope.watchedIds.includes(owner) || (await isPublished(db, planId))
  const { plans, rows } = await burdenOf(db, planId)
  const seen = everybody ? rows : rows.filter(({ unitId }) => scope.unitIds.includes(unitId))
  const names = await unitNames(
    db,
    seen.map(({ unitId }) => unitId),
  )
  return ok({
    plans: plans.map(({ planId: id, title }) => ({ planId: id, title })),
    everybody,
    rows: seen.map((row) => ({ ...row, unitName: names.get(row.unitId) ?? '' })),
  })
}
