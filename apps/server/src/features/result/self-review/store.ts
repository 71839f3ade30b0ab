import { canonicalSelfReview, type SelfReview } from '@quanheng/domain/self-review/model'
import { json, type Reader, type Tx } from '../../../platform/database/database.ts'
import type { Change } from '../../../platform/door/outcome.ts'
import type { SelfReviewTableRow } from './tables.ts'

export interface LoadedSelfReview {
  readonly row: Pick<SelfReviewTableRow, 'id' | 'version'>
  readonly review: SelfReview
}

const loaded = (row: SelfReviewTableRow): LoadedSelfReview => ({
  row,
  review: {
    id: row.id,
    planId: row.plan_id,
    unitId: row.unit_id,
    state: row.state,
    rows: row.lines,
    report: row.report,
    saved: row.saved,
    ...(row.signed !== null && { signed: row.signed }),
    ...(row.returned !== null && { returned: row.returned }),
  },
})

/** Self-reviews under some plans. Unscoped. */
export const selfReviewsOf = async (db: Reader, planIds: readonly string[]): Promise<readonly LoadedSelfReview[]> =>
  planIds.length === 0
    ? []
    : (await db.selectFrom('self_review').selectAll().where('plan_id', 'in', planIds).orderBy('id').execute()).map(
        loaded,
      )

export const lockSelfReview = async (
  tx: Tx,
  at: { readonly id: string } | { readonly planId: string; readonly unitId: string },
): Promise<LoadedSelfReview | undefined> => {
  const all = tx.selectFrom('self_review').selectAll().forUpdate()
  const one =
    'id' in at ? all.where('id', '=', at.id) : all.where('plan_id', '=', at.planId).where('unit_id', '=', at.unitId)
  const row = await one.executeTakeFirst()
  return row && loaded(row)
}

const form = ({ row, review }: LoadedSelfReview): object => ({ ...canonicalSelfReview(review), version: row.version })

/** Canonical form from the live row, for the check of what acts say. */
export const selfReviewNouns = {
  selfReview: async (db: Reader, id: string) => {
    const row = await db.selectFrom('self_review').selectAll().where('id', '=', id).executeTakeFirst()
    return row && form(loaded(row))
  },
}

export const selfReviewChange = (before: LoadedSelfReview | undefined, after: LoadedSelfReview): Change => ({
  noun: 'selfReview',
  id: after.row.id,
  version: after.row.version,
  before: before ? form(before) : null,
  after: form(after),
})

export const saveReview = async (
  tx: Tx,
  before: LoadedSelfReview | undefined,
  next: SelfReview,
): Promise<LoadedSelfReview> => {
  const version = (before?.row.version ?? 0) + 1
  const values = {
    state: next.state,
    lines: json(next.rows),
    report: next.report,
    saved: json(next.saved),
    signed: next.signed ? json(next.signed) : null,
    returned: next.returned ? json(next.returned) : null,
    version,
  }
  if (before) await tx.updateTable('self_review').set(values).where('id', '=', next.id).execute()
  else {
    await tx
      .insertInto('self_review')
      .values({ id: next.id, plan_id: next.planId, unit_id: next.unitId, ...values })
      .execute()
  }
  return { row: { id: next.id, version }, review: next }
}
