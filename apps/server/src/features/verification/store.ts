import { canonicalVerification, type Verification } from '@quanheng/domain/verification/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { commitmentsOf, drawsOf, fallbacksOf, opinionsOf, visitsOf } from './parts-store.ts'
import type { VerificationRow } from './tables.ts'

/** A verification as the domain sees it, with the row it stands in. */
export interface LoadedVerification {
  readonly row: VerificationRow
  readonly verification: Verification
}

/** Rows with their draws, visits and opinions; five more queries however many rows. */
export const complete = async (
  db: Reader,
  rows: readonly VerificationRow[],
): Promise<readonly LoadedVerification[]> => {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const [draws, visits, opinions] = [await drawsOf(db, ids), await visitsOf(db, ids), await opinionsOf(db, ids)]
  const [commitments, fallbacks] = [await commitmentsOf(db, ids), await fallbacksOf(db, ids)]
  const seedOf = (id: string) => {
    const [filed, fallback] = [commitments.get(id), fallbacks.get(id)]
    return { ...(filed && { commitments: filed }), ...(fallback && { fallback }) }
  }
  return rows.map((row) => ({
    row,
    verification: {
      id: row.id,
      planId: row.plan_id,
      sheetId: row.sheet_id,
      leafKey: row.leaf_key,
      scope: row.scope,
      standard: row.standard,
      state: row.state,
      draws: draws.get(row.id) ?? [],
      ...seedOf(row.id),
      visits: visits.get(row.id) ?? [],
      opinions: opinions.get(row.id) ?? [],
    },
  }))
}

/** Unscoped: the caller has decided through the sheet that it may be read. */
export const ofSheets = async (db: Reader, sheetIds: readonly string[]): Promise<readonly LoadedVerification[]> =>
  sheetIds.length === 0
    ? []
    : complete(
        db,
        await db
          .selectFrom('verification')
          .selectAll()
          .where('sheet_id', 'in', [...sheetIds])
          .execute(),
      )

export const verificationById = async (db: Reader, id: string): Promise<LoadedVerification | undefined> =>
  (await complete(db, await db.selectFrom('verification').selectAll().where('id', '=', id).execute()))[0]

export const lockVerification = async (tx: Tx, id: string): Promise<LoadedVerification | undefined> => {
  const row = await tx.selectFrom('verification').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && (await complete(tx, [row]))[0]
}

/** What acts digest: the whole verification, draws, visits and opinions included. */
export const canonicalLoaded = ({ row, verification }: LoadedVerification): object => ({
  ...canonicalVerification(verification),
  sheetDigest: row.sheet_digest,
  version: row.version,
})

export const verificationChange = (before: LoadedVerification | null, after: LoadedVerification): Change => ({
  noun: 'verification',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoaded(before),
  after: canonicalLoaded(after),
})

export const insertVerification = async (
  tx: Tx,
  verification: Verification,
  sheetDigest: string,
): Promise<LoadedVerification> => {
  const row: VerificationRow = {
    id: verification.id,
    plan_id: verification.planId,
    sheet_id: verification.sheetId,
    leaf_key: verification.leafKey,
    scope: verification.scope,
    standard: verification.standard,
    sheet_digest: sheetDigest,
    state: verification.state,
    version: 1,
  }
  await tx
    .insertInto('verification')
    .values({ ...row, scope: json(row.scope) })
    .execute()
  return { row, verification }
}
