import { canonicalDatumVersion } from '@quanheng/domain/datum/canonical'
import type { Confirmation, Datum, DatumVersion } from '@quanheng/domain/datum/model'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { sql } from 'kysely'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import { sha256 } from '../../platform/log/means.ts'
import type { DatumConfirmationRow, DatumRow, DatumVersionRow } from './tables.ts'
import { usesLeaf } from './uses-leaf.ts'

/** A datum as the domain sees it, with the row it stands in. */
export interface LoadedDatum {
  readonly row: DatumRow
  readonly datum: Datum
}

const versionOf = (row: DatumVersionRow): DatumVersion => ({
  number: row.number,
  stage: row.stage,
  release: row.release,
  value: row.value,
  asOf: row.as_of,
  receivedOn: row.received_on,
  author: row.author,
  at: row.at.toISOString(),
  evidenceIds: row.evidence_ids,
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.late !== null && { late: row.late }),
  ...(row.on_behalf !== null && { onBehalf: row.on_behalf }),
  ...(row.finding_id !== null && { findingId: row.finding_id }),
})

const confirmationOf = (row: DatumConfirmationRow): Confirmation => ({
  version: row.number,
  by: row.author,
  at: row.at.toISOString(),
  ...(row.gap_reason !== null && { gapReason: row.gap_reason }),
})

export const datumOf = (
  row: DatumRow,
  versions: readonly DatumVersionRow[],
  confirmations: readonly DatumConfirmationRow[],
): Datum => ({
  id: row.id,
  planId: row.plan_id,
  elementKey: row.element_key,
  unitId: row.unit_id,
  period: row.period,
  source: row.source,
  state: row.state,
  versions: versions.map(versionOf),
  confirmations: confirmations.map(confirmationOf),
  ...(row.final_number !== null && { final: row.final_number }),
  ...(row.return_reason !== null && { returnReason: row.return_reason }),
  ...(row.extension !== null && { extension: row.extension }),
  ...(row.later_releases.length > 0 && { laterReleases: row.later_releases }),
})

/** Rows with all their versions and confirmations, in the order given; at most two more queries however many rows. */
export const complete = async (db: Reader, rows: readonly DatumRow[]): Promise<readonly LoadedDatum[]> => {
  const ids = rows.filter((row) => row.last_number > 0).map((row) => row.id)
  if (ids.length === 0) return rows.map((row) => ({ row, datum: datumOf(row, [], []) }))
  const [versions, confirmations] = await Promise.all([
    db.selectFrom('datum_version').selectAll().where('datum_id', 'in', ids).orderBy('number').execute(),
    db
      .selectFrom('datum_confirmation')
      .selectAll()
      .where('datum_id', 'in', ids)
      .orderBy('number')
      .orderBy('at')
      .execute(),
  ])
  const versionsBy = Map.groupBy(versions, (row) => row.datum_id)
  const confirmationsBy = Map.groupBy(confirmations, (row) => row.datum_id)
  return rows.map((row) => ({
    row,
    datum: datumOf(row, versionsBy.get(row.id) ?? [], confirmationsBy.get(row.id) ?? []),
  }))
}

/** Unscoped and unlocked: the caller has decided that it may be read. */
export const loadDatum = async (db: Reader, datumId: string): Promise<LoadedDatum | null> => {
  const row = await db.selectFrom('datum').selectAll().where('id', '=', datumId).executeTakeFirst()
  return row === undefined ? null : ((await complete(db, [row]))[0] ?? null)
}

/** Locked for a command, in the order of their ids so that two batches cannot wait for each other. Unknown ids are left out. */
export const lockData = async (tx: Tx, datumIds: readonly string[]): Promise<readonly LoadedDatum[]> => {
  if (datumIds.length === 0) return []
  const rows = await tx
    .selectFrom('datum')
    .selectAll()
    .where('id', 'in', [...datumIds])
    .orderBy('id')
    .forUpdate()
    .execute()
  return complete(tx, rows)
}

/** Data that an item's rule reads, held against change until the transaction ends: what a signature is about to cover. */
export const shareDataOf = async (tx: Tx, planId: string, leafKey: string): Promise<readonly LoadedDatum[]> => {
  const rows = await tx
    .selectFrom('datum')
    .selectAll()
    .where('plan_id', '=', planId)
    .where(usesLeaf(leafKey))
    .where('asked', '=', true)
    .orderBy('id')
    .forShare()
    .execute()
  return complete(tx, rows)
}

export const digestOfVersion = (datum: Datum, version: DatumVersion): string =>
  digestOf(sha256, canonicalDatumVersion(datum, version))

const versionRow = (datum: Datum, version: DatumVersion, context: Context) => ({
  id: context.newId(),
  datum_id: datum.id,
  number: version.number,
  stage: version.stage,
  release: version.release,
  value: json(version.value),
  as_of: version.asOf,
  received_on: version.receivedOn,
  author: json(version.author),
  at: version.at,
  evidence_ids: [...version.evidenceIds],
  reason: version.reason ?? null,
  late: version.late === undefined ? null : json(version.late),
  on_behalf: version.onBehalf === undefined ? null : json(version.onBehalf),
  finding_id: version.findingId ?? null,
  digest: digestOfVersion(datum, version),
})

const confirmationRow = (datum: Datum, confirmation: Confirmation, context: Context) => ({
  id: context.newId(),
  datum_id: datum.id,
  number: confirmation.version,
  author: json(confirmation.by),
  at: confirmation.at,
  gap_reason: confirmation.gapReason ?? null,
})

/** A datum as it was read, and as a decision leaves it. */
export interface DecidedDatum {
  readonly before: LoadedDatum
  readonly next: Datum
}

const moved = ({ before: { row }, next }: DecidedDatum): LoadedDatum => ({
  row: {
    ...row,
    state: next.state,
    last_number: next.versions.length,
    final_number: next.final ?? null,
    return_reason: next.returnReason ?? null,
    extension: next.extension ?? null,
    later_releases: next.laterReleases ?? [],
    version: row.version + 1,
  },
  datum: next,
})

const nextRows = (rows: readonly DatumRow[]) =>
  sql.join(
    rows.map(
      (row) => sql`(${row.id}::uuid, ${row.state}, ${row.last_number}::int, ${row.final_number}::int,
        ${row.return_reason}, ${row.extension === null ? null : json(row.extension)}::jsonb, ${json(row.later_releases)}::jsonb, ${row.version}::int)`,
    ),
  )

/**
 * Saves what decisions added and where the data stand now, in one statement however many data; each datum once.
 * @returns them as they will be read back, in the order given
 */
export const saveData = async (
  tx: Tx,
  decided: readonly DecidedDatum[],
  context: Context,
): Promise<readonly LoadedDatum[]> => {
  const versions = decided.flatMap(({ before, next }) =>
    next.versions.slice(before.datum.versions.length).map((version) => versionRow(next, version, context)),
  )
  const confirmations = decided.flatMap(({ before, next }) =>
    next.confirmations.slice(before.datum.confirmations.length).map((one) => confirmationRow(next, one, context)),
  )
  const saved = decided.map(moved)
  const added = [
    ...(versions.length > 0 ? [sql`v AS (${tx.insertInto('datum_version').values(versions)})`] : []),
    ...(confirmations.length > 0 ? [sql`c AS (${tx.insertInto('datum_confirmation').values(confirmations)})`] : []),
  ]
  await sql`${added.length > 0 ? sql`WITH ${sql.join(added)}` : sql``}
    UPDATE datum SET state = next.state, last_number = next.last_number, final_number = next.final_number,
      return_reason = next.return_reason, extension = next.extension,
      later_releases = next.later_releases, version = next.version
    FROM (VALUES ${nextRows(saved.map(({ row }) => row))}) AS next
      (id, state, last_number, final_number, return_reason, extension, later_releases, version)
    WHERE datum.id = next.id`.execute(tx)
  return saved
}
