import type { CreditContext } from '@quanheng/domain/credit/commands'
import { type CreditEntry, canonicalCredit } from '@quanheng/domain/credit/model'
import type { Reader } from '../../platform/database/database.ts'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { CreditRow } from './tables.ts'

export type KeptCredit = Kept<CreditRow, CreditEntry>

export const creditKeeper = keeperOf<CreditRow, CreditEntry>({
  noun: 'credit',
  table: 'credit',
  json: ['claim', 'standing'],
  modelOf: (
    { plan_id: planId, unit_id: unitId, review_unit_id: reviewUnitId, id, kind, state, claim, standing },
    steps,
  ) => ({ id, planId, kind, unitId, reviewUnitId, state, claim, standing, steps }),
  columnsOf: ({ planId, kind, unitId, reviewUnitId, state, claim, standing, steps }) => ({
    plan_id: planId,
    kind,
    unit_id: unitId,
    review_unit_id: reviewUnitId,
    proposer_unit_id: steps[0].by.unitId,
    state,
    claim,
    standing,
  }),
  filesOf: ({ claim, standing }) => [
    ...claim.files.map(({ digest }) => digest),
    ...(standing.statement?.files ?? []).map(({ digest }) => digest),
    ...[standing.pending, standing.decision, standing.lifting].flatMap((one) => (one ? [one.scanDigest] : [])),
  ],
  canonical: canonicalCredit,
})

/** Every entry of a plan. Unscoped: for totals, and for rules that look over all of them. */
export const creditsOfPlan = async (db: Reader, planId: string): Promise<readonly KeptCredit[]> =>
  creditKeeper.complete(
    db,
    await db.selectFrom('credit').selectAll().where('plan_id', '=', planId).orderBy('id').execute(),
  )

/** What the review of one entry asks of the others under its plan. */
export const siblingsUnder = async (db: Reader, planId: string): Promise<CreditContext['siblings']> => {
  const rows = await db
    .selectFrom('credit')
    .select(['id', 'unit_id', 'kind', 'standing'])
    .where('plan_id', '=', planId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, unit_id: unitId, kind, standing }) => ({ id, unitId, kind, standing }))
}
