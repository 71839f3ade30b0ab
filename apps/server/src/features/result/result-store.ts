import { canonicalResult, type FrozenResult } from '@quanheng/domain/result/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { type ResultScope, resultIsVisible } from './scope.ts'
import type { ResultRow } from './tables.ts'

/** A locked version as the domain sees it, with the row it stands in. */
export interface LoadedResult {
  readonly row: ResultRow
  readonly result: FrozenResult
}

export const resultOf = (row: ResultRow): FrozenResult => ({
  id: row.id,
  planId: row.plan_id,
  purpose: row.purpose,
  runDigest: row.run_digest,
  frozenBy: row.frozen_by,
  frozenAt: row.frozen_at.toISOString(),
  state: row.state,
  ...(row.decision_id !== null && { decisionId: row.decision_id }),
  ...(row.issue !== null && { issue: row.issue }),
  ...(row.voiding !== null && { voiding: row.voiding }),
})

const loaded = (row: ResultRow): LoadedResult => ({ row, result: resultOf(row) })

/** Locked versions of a plan, the latest first. Unscoped. */
export const resultsOfPlan = async (db: Reader, planId: string): Promise<readonly LoadedResult[]> =>
  (
    await db
      .selectFrom('result')
      .selectAll()
      .where('plan_id', '=', planId)
      .orderBy('frozen_at', 'desc')
      .orderBy('id')
      .execute()
  ).map(loaded)

export const lockResultsOf = async (tx: Tx, planId: string): Promise<readonly LoadedResult[]> =>
  (await tx.selectFrom('result').selectAll().where('plan_id', '=', planId).orderBy('id').forUpdate().execute()).map(
    loaded,
  )

export const lockResult = async (tx: Tx, id: string): Promise<LoadedResult | undefined> => {
  const row = await tx.selectFrom('result').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && loaded(row)
}

export const visibleResult = async (db: Reader, scope: ResultScope, id: string): Promise<LoadedResult | undefined> => {
  const row = await db
    .selectFrom('result')
    .selectAll()
    .where('id', '=', id)
    .where(resultIsVisible(scope, 'result'))
    .executeTakeFirst()
  return row && loaded(row)
}

/** What acts digest of a locked version; a field that counts must stand here. */
export const canonicalLoadedResult = ({ row, result }: LoadedResult): object => ({
  ...canonicalResult(result),
  ownerUnitId: row.owner_unit_id,
  version: row.version,
})

export const resultChange = (before: LoadedResult | null, after: LoadedResult): Change => ({
  noun: 'result',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoadedResult(before),
  after: canonicalLoadedResult(after),
})

const rowOf = (result: FrozenResult, ownerUnitId: string, version: number): ResultRow => ({
  id: result.id,
  plan_id: result.planId,
  owner_unit_id: ownerUnitId,
  purpose: result.purpose,
  run_digest: result.runDigest,
  frozen_by: result.frozenBy,
  frozen_at: new Date(result.frozenAt),
  state: result.state,
  decision_id: result.decisionId ?? null,
  issue: result.issue ?? null,
  voiding: result.voiding ?? null,
  version,
})

const stored = (row: ResultRow) => ({
  ...row,
  frozen_by: json(row.frozen_by),
  issue: json(row.issue),
  voiding: json(row.voiding),
})

export const insertResult = async (tx: Tx, result: FrozenResult, ownerUnitId: string): Promise<LoadedResult> => {
  const row = rowOf(result, ownerUnitId, 1)
  await tx.insertInto('result').values(stored(row)).execute()
  return { row, result }
}

export const saveResult = async (tx: Tx, before: LoadedResult, result: FrozenResult): Promise<LoadedResult> => {
  const row = rowOf(result, before.row.owner_unit_id, before.row.version + 1)
  const { id, ...columns } = stored(row)
  await tx.updateTable('result').set(columns).where('id', '=', id).execute()
  return { row, result }
}
