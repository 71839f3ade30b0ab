import type { ReplyOf } from '@quanheng/contract/route'
import type { supervisionGround } from '@quanheng/contract/supervision'
import { leaves } from '@quanheng/domain/plan/tree'
import { usualLadder } from '@quanheng/domain/supervision/ticket'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { issuedPlan, planHeaders, plansVisibleTo } from '../plan/index.ts'
import { burdenOf } from './burden.ts'
import { supervisionIsVisible, supervisionVisibleTo } from './scope.ts'

/** Names of the indicators of issued plans of this year and the year before, in the order of the plans. */
const indicatorNames = async (db: Reader, actor: Actor, year: number): Promise<readonly string[]> => {
  const headers = await planHeaders(db, plansVisibleTo(actor), { issuedOnly: true })
  const recent = headers.filter((header) => header.year >= year - 1)
  const plans = await Promise.all(recent.map(({ planId }) => issuedPlan(db, planId)))
  return [...new Set(plans.flatMap((plan) => (plan ? leaves(plan.content).map(({ name }) => name) : [])))]
}

/** What an order is drafted from: every unit with its visits of the year, indicators to look at, and the ladder used last. */
export const groundOf = async (db: Reader, actor: Actor, today: string): Promise<ReplyOf<typeof supervisionGround>> => {
  const year = Number(today.slice(0, 4))
  const units = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('state', '=', 'active')
    .orderBy('sort_code')
    .orderBy('id')
    .execute()
  const burden = await burdenOf(
    db,
    units.map(({ id }) => id),
    year,
  )
  const last = await db
    .selectFrom('supervision')
    .select('content')
    .where(supervisionIsVisible(supervisionVisibleTo(actor)))
    .where('state', 'in', ['underWay', 'concluded'])
    .orderBy(sql`content ->> 'from'`, 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    year,
    units: units.map(({ id, name }) => ({ unitId: id, name, ...burden(id) })),
    subjects: [...(await indicatorNames(db, actor, year))],
    ladder: last?.content.ladder ?? usualLadder,
  }
}
