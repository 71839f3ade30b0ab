import type { FiledEvidence } from '@quanheng/domain/evidence/filed'
import { isAttached, type Relabel } from '@quanheng/domain/evidence/model'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { sql } from 'kysely'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { EvidenceRow } from './tables.ts'

export interface ItemPlace {
  readonly planId: string
  readonly leafKey: string
  readonly unitId: string
}

type Row = EvidenceRow & {
  withdrawn_by: Author | null
  withdrawn_at: Date | null
  withdrawal_reason: string | null
  relabels: readonly Relabel[]
}

const relabelsOf = ([first, ...rest]: readonly Relabel[]): Pick<FiledEvidence, 'relabels'> =>
  first === undefined
    ? {}
    : { relabels: [first, ...rest].map((one) => ({ ...one, at: new Date(one.at).toISOString() })) as [Relabel] }

export const filedOf = (row: Row): FiledEvidence => ({
  id: row.id,
  planId: row.plan_id,
  leafKey: row.leaf_key,
  unitId: row.unit_id,
  ...(row.requirement_key !== null && { requirementKey: row.requirement_key }),
  ...(row.datum_id !== null && { datumId: row.datum_id }),
  file: { sha256: row.sha256, name: row.name, size: row.size, mediaType: row.media_type },
  sm3: row.sm3,
  label: row.label,
  ...relabelsOf(row.relabels),
  ...(row.effective_on !== null && { effectiveOn: row.effective_on }),
  receivedOn: row.received_on,
  ...(row.replaces !== null && { replaces: row.replaces }),
  ...(row.reuses !== null && { reuses: row.reuses }),
  attachedBy: row.author,
  attachedAt: row.at.toISOString(),
  ...(row.withdrawn_by !== null &&
    row.withdrawn_at !== null && {
      withdrawal: {
        by: row.withdrawn_by,
        at: row.withdrawn_at.toISOString(),
        reason: row.withdrawal_reason ?? '',
      },
    }),
})

/** Evidence with its labels and its withdrawal, as rows still to be narrowed. */
export const filedRows = (db: Reader) =>
  db
    .selectFrom('evidence')
    .leftJoin('evidence_withdrawal', 'evidence_withdrawal.evidence_id', 'evidence.id')
    .selectAll('evidence')
    .select([
      'evidence_withdrawal.author as withdrawn_by',
      'evidence_withdrawal.at as withdrawn_at',
      'evidence_withdrawal.reason as withdrawal_reason',
      sql<readonly Relabel[]>`coalesce((
        SELECT jsonb_agg(jsonb_build_object('label', r.label, 'by', r.author, 'at', r.at, 'reason', r.reason) ORDER BY r.ordinal)
        FROM evidence_relabel r WHERE r.evidence_id = evidence.id), '[]')`.as('relabels'),
    ])
    .orderBy('evidence.at')
    .orderBy('evidence.id')

/** Files put forward for these data and not taken back: what a report cites. */
export const citedBy = async (
  db: Reader,
  datumIds: readonly string[],
): Promise<ReadonlyMap<string | null, readonly string[]>> => {
  if (datumIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('evidence')
    .leftJoin('evidence_withdrawal', 'evidence_withdrawal.evidence_id', 'evidence.id')
    .select(['evidence.id', 'evidence.datum_id'])
    .where('evidence.datum_id', 'in', [...datumIds])
    .where('evidence_withdrawal.evidence_id', 'is', null)
    .orderBy('evidence.at')
    .orderBy('evidence.id')
    .execute()
  const byDatum = Map.groupBy(rows, (row) => row.datum_id)
  return new Map([...byDatum].map(([datumId, files]) => [datumId, files.map((file) => file.id)]))
}

/** Everything put forward for one item, withdrawn files included. Unscoped: the caller has decided what may be read. */
export const evidenceOf = async (db: Reader, item: ItemPlace): Promise<readonly FiledEvidence[]> => {
  const rows = await filedRows(db)
    .where('evidence.plan_id', '=', item.planId)
    .where('evidence.leaf_key', '=', item.leafKey)
    .where('evidence.unit_id', '=', item.unitId)
    .execute()
  return rows.map(filedOf)
}

/** Attached evidence of a leaf, by unit. */
export const attachedOfLeaf = async (
  db: Reader,
  planId: string,
  leafKey: string,
): Promise<ReadonlyMap<string, readonly FiledEvidence[]>> => {
  const rows = await filedRows(db)
    .where('evidence.plan_id', '=', planId)
    .where('evidence.leaf_key', '=', leafKey)
    .execute()
  return Map.groupBy(rows.map(filedOf).filter(isAttached), (one) => one.unitId)
}

export const insertEvidence = async (tx: Tx, evidence: FiledEvidence): Promise<void> => {
  await tx
    .insertInto('evidence')
    .values({
      id: evidence.id,
      plan_id: evidence.planId,
      leaf_key: evidence.leafKey,
      unit_id: evidence.unitId,
      requirement_key: evidence.requirementKey ?? null,
      datum_id: evidence.datumId ?? null,
      sha256: evidence.file.sha256,
      sm3: evidence.sm3,
      name: evidence.file.name,
      size: evidence.file.size,
      media_type: evidence.file.mediaType,
      label: evidence.label,
      effective_on: evidence.effectiveOn ?? null,
      received_on: evidence.receivedOn,
      replaces: evidence.replaces ?? null,
      reuses: evidence.reuses ?? null,
      author: json(evidence.attachedBy),
      at: evidence.attachedAt,
    })
    .execute()
}

/** @returns false when somebody else has taken it back meanwhile */
export const insertWithdrawal = async (
  tx: Tx,
  evidenceId: string,
  withdrawal: NonNullable<FiledEvidence['withdrawal']>,
): Promise<boolean> => {
  const inserted = await tx
    .insertInto('evidence_withdrawal')
    .values({
      evidence_id: evidenceId,
      author: json(withdrawal.by),
      at: withdrawal.at,
      reason: withdrawal.reason,
    })
    .onConflict((conflict) => conflict.column('evidence_id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** @returns false when somebody else has given another label meanwhile */
export const insertRelabel = async (
  tx: Tx,
  evidenceId: string,
  ordinal: number,
  { label, by, at, reason }: Relabel,
): Promise<boolean> => {
  const inserted = await tx
    .insertInto('evidence_relabel')
    .values({ evidence_id: evidenceId, ordinal, label, author: json(by), at, reason })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}
