import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { listReviews } from '@quanheng/contract/year-review'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { namesOf } from '../scoring/index.ts'
import { lineOf } from './lines.ts'
import { reviewIsVisible } from './scope.ts'
import { reviewKeeper } from './store.ts'

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size }: QueryOf<typeof listReviews>,
  today: string,
): Promise<ReplyOf<typeof listReviews>> => {
  const found = db.selectFrom('year_review').where(reviewIsVisible(actor))
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('year_review')
    .orderBy('year', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return { total, rows: (await reviewKeeper.complete(db, rows)).map((one) => lineOf(one, names, actor, today)) }
}
