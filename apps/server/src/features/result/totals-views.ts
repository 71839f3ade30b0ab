import type { listTotalsViews } from '@quanheng/contract/result'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type HeldPost, watchedBy } from '../../platform/door/actor.ts'
import { type TrailedRead, trailedReads } from './trail.ts'

/** Looks at totals and simulations over them, those that were refused too, the latest first: to auditors all, to observers those in their mandate. */
export const totalsViews = async (
  db: Reader,
  posts: readonly HeldPost[],
  { page, size }: QueryOf<typeof listTotalsViews>,
): Promise<ReplyOf<typeof listTotalsViews>> => {
  const audits = posts.some(({ kind }) => kind === 'auditAdmin')
  const found = db
    .selectFrom('access_trail')
    .innerJoin('result', (join) => join.on(sql<boolean>`result.id::text = access_trail.subject`))
    .innerJoin('plan', 'plan.id', 'result.plan_id')
    .leftJoin('person', 'person.id', 'access_trail.person_id')
    .where('access_trail.route', 'in', Object.keys(trailedReads))
    .where(sql<boolean>`(${audits} OR result.owner_unit_id = ANY(${watchedBy(posts)}::uuid[]))`)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select([
      'access_trail.id',
      'access_trail.at',
      'access_trail.route',
      'access_trail.outcome',
      'access_trail.address',
      'person.name as person',
      'plan.title as planTitle',
      'result.run_digest',
    ])
    .orderBy('access_trail.id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return {
    total,
    rows: rows.map(({ id, at, route, outcome, run_digest, ...row }) => ({
      ...row,
      id: String(id),
      at: at.toISOString(),
      look: trailedReads[route as TrailedRead],
      shown: outcome === 'shown',
      runDigest: run_digest,
    })),
  }
}
