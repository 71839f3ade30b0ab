import type { RunContent } from '@quanheng/domain/result/run-content'
import type { Reader } from '../../platform/database/database.ts'
import type { LoadedResult } from './result-store.ts'
import { runOf } from './run-store.ts'

/** Enough to see a direction; older ones stand in their own versions. */
const yearsBack = 5

/** Totals of the years before that were decided, the latest first, one a year. */
export const runsBefore = async (
  db: Reader,
  { row }: Pick<LoadedResult, 'row'>,
  year: number,
): Promise<readonly RunContent[]> => {
  const rows = await db
    .selectFrom('result')
    .innerJoin('plan', 'plan.id', 'result.plan_id')
    .select(['result.run_digest'])
    .distinctOn('plan.year')
    .where('result.owner_unit_id', '=', row.owner_unit_id)
    .where('result.purpose', '=', 'totals')
    .where('result.state', 'in', ['approved', 'issued'])
    .where('plan.year', '<', year)
    .orderBy('plan.year', 'desc')
    .orderBy('result.frozen_at', 'desc')
    .limit(yearsBack - 1)
    .execute()
  const runs = await Promise.all(rows.map(({ run_digest: digest }) => runOf(db, digest)))
  return runs.flatMap((run) => run ?? [])
}
