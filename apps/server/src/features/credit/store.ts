import type { CreditContext } from '@quanheng/domain/credit/commands'
import { type CreditEntry, canonicalCredit } from '@quanheng/domain/credit/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { insertSteps, stepsOf } from '../../platform/work/steps.ts'
import type { CreditRow } from './tables.ts'

const stepTable = { table: 'credit_step', owner: 'credit_id' }

/** An entry as the domain sees it, with the row it stands in. */
export interface LoadedCredit {
  readonly row: CreditRow
  readonly entry: CreditEntry
}

/** Rows with their steps; one more query however many rows. */
export const complete = async (db: Reader, rows: readonly CreditRow[]): Promise<readonly LoadedCredit[]> => {
  if (rows.length === 0) return []
  const steps = await stepsOf(
    db,
    stepTable,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { plan_id: planId, unit_id: unitId, review_unit_id: reviewUnitId, id, kind, state, claim, standing } = row
    return { row, entry: { id, planId, kind, unitId, reviewUnitId, state, claim, standing, steps: steps(id) } }
  })
}

export const creditById = async (db: Reader, id: string): Promise<LoadedCredit | undefined> =>
  (await complete(db, await db.selectFrom('credit').selectAll().where('id', '=', id).execute()))[0]

/** Every entry of a plan. Unscoped: for totals, and for rules that look over all of them. */
export const creditsOfPlan = async (db: Reader, planId: string): Promise<readonly LoadedCredit[]> =>
  complete(db, await db.selectFrom('credit').selectAll().where('plan_id', '=', planId).orderBy('id').execute())

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

/** Held in the order of their ids. */
export const lockCredits = async (tx: Tx, ids: readonly string[]): Promise<readonly LoadedCredit[]> =>
  ids.length === 0
    ? []
    : complete(
        tx,
        await tx
          .selectFrom('credit')
          .selectAll()
          .where('id', 'in', [...ids])
          .orderBy('id')
          .forUpdate()
          .execute(),
      )

/** What acts digest: the whole entry with its history. */
export const canonicalLoaded = ({ row, entry }: LoadedCredit): object => ({
  ...canonicalCredit(entry),
  version: row.version,
})

export const creditChange = (before: LoadedCredit | null, after: LoadedCredit): Change => ({
  noun: 'credit',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoaded(before),
  after: canonicalLoaded(after),
})

/** Every file that the entry rests on, once each. */
const digestsOf = ({ claim, standing }: CreditEntry): string[] => [
  ...new Set([
    ...claim.files.map(({ digest }) => digest),
    ...(standing.statement?.files ?? []).map(({ digest }) => digest),
    ...[standing.pending, standing.decision, standing.lifting].flatMap((one) => (one ? [one.scanDigest] : [])),
  ]),
]

export const insertCredit = async (tx: Tx, entry: CreditEntry): Promise<LoadedCredit> => {
  const row: CreditRow = {
    id: entry.id,
    plan_id: entry.planId,
    kind: entry.kind,
    unit_id: entry.unitId,
    review_unit_id: entry.reviewUnitId,
    proposer_unit_id: entry.steps[0].by.unitId,
    state: entry.state,
    claim: entry.claim,
    standing: entry.standing,
    file_digests: digestsOf(entry),
    version: 1,
  }
  await tx
    .insertInto('credit')
    .values({ ...row, claim: json(row.claim), standing: json(row.standing) })
    .execute()
  await insertSteps(tx, stepTable, entry, 0)
  return { row, entry }
}

/** Saves where it stands; what was done is added and never changed. Digests of files that were replaced stay named. */
export const saveCredit = async (tx: Tx, before: LoadedCredit, next: CreditEntry): Promise<LoadedCredit> => {
  const row: CreditRow = {
    ...before.row,
    state: next.state,
    claim: next.claim,
    standing: next.standing,
    file_digests: [...new Set([...before.row.file_digests, ...digestsOf(next)])],
    version: before.row.version + 1,
  }
  await tx
    .updateTable('credit')
    .set({
      state: row.state,
      claim: json(row.claim),
      standing: json(row.standing),
      file_digests: row.file_digests,
      version: row.version,
    })
    .where('id', '=', row.id)
    .execute()
  await insertSteps(tx, stepTable, next, before.entry.steps.length)
  return { row, entry: next }
}
