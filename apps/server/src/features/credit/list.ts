import type { listCredits } from '@quanheng/contract/credit'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { namesOf } from '../scoring/index.ts'
import { type CreditLine, lineOf, plansOf } from './rows.ts'
import { creditIsVisible, creditsVisibleTo } from './scope.ts'
import { creditKeeper } from './store.ts'
import type { CreditRow } from './tables.ts'

type Filter = QueryOf<typeof listCredits>

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const inSight = (db: Reader, actor: Actor, filter: Pick<Filter, 'q' | 'planId' | 'kind' | 'state'>) => {
  let found = db
    .selectFrom('credit')
    .innerJoin('unit', 'unit.id', 'credit.unit_id')
    .where(creditIsVisible(creditsVisibleTo(actor)))
  if (filter.planId !== undefined) found = found.where('credit.plan_id', '=', filter.planId)
  if (filter.kind !== undefined) found = found.where('credit.kind', '=', filter.kind)
  if (filter.state !== undefined) found = found.where('credit.state', '=', filter.state)
  if (filter.q !== undefined && filter.q !== '') {
    const q = like(filter.q)
    found = found.where(sql<boolean>`(credit.claim ->> 'matter' LIKE ${q} OR unit.name LIKE ${q})`)
  }
  return found
}

const linesOf = async (db: Reader, actor: Actor, rows: readonly CreditRow[], today: string): Promise<CreditLine[]> => {
  const credits = await creditKeeper.complete(db, rows)
  const plans = await plansOf(db, credits)
  const names = await namesOf(db, { units: credits.map(({ model: entry }) => entry.unitId) })
  return credits.flatMap((credit) => {
    const plan = plans.get(credit.row.plan_id)
    return plan ? [lineOf(credit, plan, names, actor, today)] : []
  })
}

/** What is under way stands first, in the order of the work; what is settled last. */
const order = sql`array_position(ARRAY['claimed', 'proposed', 'returned', 'stating', 'toReview', 'recognised', 'shown',
  'toConfirm', 'decided', 'lifted', 'refused', 'withdrawn'], credit.state)`

export const list = async (
  db: Reader,
  actor: Actor,
  filter: Filter,
  today: string,
): Promise<ReplyOf<typeof listCredits>> => {
  const found = inSight(db, actor, filter)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('credit')
    .orderBy(order)
    .orderBy('unit.sort_code')
    .orderBy('credit.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { total, rows: await linesOf(db, actor, rows, today) }
}

/** Everything in sight under one plan, for the workbook. */
export const allOfPlan = async (db: Reader, actor: Actor, planId: string, today: string): Promise<CreditLine[]> => {
  const rows = await inSight(db, actor, { planId })
    .selectAll('credit')
    .orderBy('unit.sort_code')
    .orderBy(order)
    .orderBy('credit.id')
    .execute()
  return linesOf(db, actor, rows, today)
}
