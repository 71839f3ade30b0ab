import type { listResults } from '@quanheng/contract/result'
import type { ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { ResultScope } from './scope.ts'
import { resultIsVisible } from './scope.ts'

/** Issued plans whose results this person may see, with the locked version that stands, if there is one. */
export const listVisible = async (db: Reader, scope: ResultScope): Promise<ReplyOf<typeof listResults>> => {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('plan_version', (join) =>
      join.onRef('plan_version.plan_id', '=', 'plan.id').onRef('plan_version.number', '=', 'plan.issued_number'),
    )
    .innerJoin('unit', 'unit.id', 'plan.owner_unit_id')
    .leftJoinLateral(
      (standing) =>
        standing
          .selectFrom('result')
          .select(['result.id as result_id', 'result.state as result_state', 'result.run_digest'])
          .whereRef('result.plan_id', '=', 'plan.id')
          .where('result.state', '<>', 'voided')
          .orderBy('result.frozen_at', 'desc')
          .limit(1)
          .as('standing'),
      (join) => join.onTrue(),
    )
    .select([
      'plan.id',
      'plan.kind',
      'unit.name as ownerName',
      sql<string>`plan_version.content->>'title'`.as('title'),
      sql<number>`(plan_version.content->>'year')::int`.as('year'),
      'standing.result_id',
      'standing.result_state',
      'standing.run_digest',
    ])
    .where(resultIsVisible(scope, 'plan'))
    .orderBy('year', 'desc')
    .orderBy('plan.kind')
    .orderBy('unit.sort_code')
    .orderBy('plan.id')
    .execute()
  return {
    rows: rows.map(({ result_id, result_state, run_digest, ...plan }) => ({
      ...plan,
      result:
        result_id === null || result_state === null || run_digest === null
          ? null
          : { id: result_id, state: result_state, runDigest: run_digest },
    })),
  }
}
