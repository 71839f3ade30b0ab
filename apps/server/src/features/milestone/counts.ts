import { litOn } from '@quanheng/domain/milestone/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { workCalendar } from '../calendar/index.ts'
import { milestoneKeeper } from './store.ts'

/** Milestones of these plans: all, confirmed, and how many of the rest are alight today. Whoever asks has been found to see the plans. */
export const milestoneCounts = async (db: Reader, planIds: readonly string[], today: string) => {
  const all = await db
    .selectFrom('milestone')
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`count(*) FILTER (WHERE state = 'confirmed')::int`.as('done'),
    ])
    .where('plan_id', 'in', [...planIds])
    .where('state', '<>', 'dropped')
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('milestone')
    .selectAll()
    .where('plan_id', 'in', [...planIds])
    .where('state', 'in', ['open', 'returned', 'reported', 'missed'])
    .where('due', '<=', today)
    .execute()
  const calendar = rows.length === 0 ? [] : await workCalendar(db)
  const lights = (await milestoneKeeper.complete(db, rows)).map(({ model }) => litOn(model, calendar, today).light)
  const count = (light: string) => lights.filter((one) => one === light).length
  return { ...all, yellow: count('yellow'), red: count('red') }
}
