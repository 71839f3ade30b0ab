import type { Draw, Fallback, Opinion, SeedCommitment, Visit } from '@quanheng/domain/verification/model'
import type { Reader } from '../../platform/database/database.ts'

type By<T> = ReadonlyMap<string, readonly T[]>

const grouped = <T>(rows: readonly { readonly of: string; readonly part: T }[]): By<T> =>
  new Map([...Map.groupBy(rows, (row) => row.of)].map(([id, own]) => [id, own.map((row) => row.part)]))

export const drawsOf = async (db: Reader, ids: readonly string[]): Promise<By<Draw>> => {
  const rows = await db
    .selectFrom('draw')
    .leftJoin('draw_cancellation as c', 'c.draw_id', 'draw.id')
    .leftJoin('draw_attestation as w', 'w.draw_id', 'draw.id')
    .selectAll('draw')
    .select(['c.author as cancelled_by', 'c.at as cancelled_at', 'c.reason as cancelled_for'])
    .select([
      'w.author as attested_by',
      'w.at as attested_at',
      'w.digest as attested_digest',
      'w.proof as attested_proof',
    ])
    .where('draw.verification_id', 'in', [...ids])
    .orderBy('draw.seq')
    .execute()
  return grouped(
    rows.map((row) => ({
      of: row.verification_id,
      part: {
        id: row.id,
        algorithm: row.algorithm,
        populationDigest: row.population_digest,
        size: row.size,
        seedParts: row.seed_parts,
        seed: row.seed,
        picked: row.picked,
        drawnBy: row.drawn_by,
        witness: row.witness,
        at: row.at.toISOString(),
        ...(row.attested_by !== null &&
          row.attested_at !== null && {
            attestation: {
              by: row.attested_by,
              at: row.attested_at.toISOString(),
              digest: row.attested_digest ?? '',
              ...(row.attested_proof !== null && { proof: row.attested_proof }),
            },
          }),
        ...(row.cancelled_by !== null &&
          row.cancelled_at !== null && {
            cancellation: {
              by: row.cancelled_by,
              at: row.cancelled_at.toISOString(),
              reason: row.cancelled_for ?? '',
            },
          }),
      },
    })),
  )
}

export const commitmentsOf = async (db: Reader, ids: readonly string[]): Promise<By<SeedCommitment>> => {
  const rows = await db
    .selectFrom('draw_commitment as c')
    .leftJoin('draw_reveal as r', (join) =>
      join.onRef('r.verification_id', '=', 'c.verification_id').onRef('r.digest', '=', 'c.digest'),
    )
    .selectAll('c')
    .select(['r.value as revealed', 'r.at as revealed_at'])
    .where('c.verification_id', 'in', [...ids])
    .orderBy('c.seq')
    .execute()
  return grouped(
    rows.map(({ verification_id, author, digest, at, revealed, revealed_at }) => ({
      of: verification_id,
      part: {
        by: author,
        digest,
        at: at.toISOString(),
        ...(revealed !== null &&
          revealed_at !== null && { reveal: { value: revealed, at: revealed_at.toISOString() } }),
      },
    })),
  )
}

export const fallbacksOf = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Fallback>> => {
  const rows = await db
    .selectFrom('draw_fallback')
    .selectAll()
    .where('verification_id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ verification_id, author, at, reason, missing }) => [
      verification_id,
      { by: author, at: at.toISOString(), reason, missing },
    ]),
  )
}

export const visitsOf = async (db: Reader, ids: readonly string[]): Promise<By<Visit>> => {
  const rows = await db
    .selectFrom('visit_record')
    .selectAll()
    .where('verification_id', 'in', [...ids])
    .orderBy('seq')
    .execute()
  return grouped(
    rows.map((row) => ({
      of: row.verification_id,
      part: {
        id: row.id,
        unitId: row.unit_id,
        visitedOn: row.visited_on,
        memberIds: row.member_ids,
        record: row.record,
        evidenceIds: row.evidence_ids,
        unitSide: row.unit_side,
        recordedBy: row.recorded_by,
        at: row.at.toISOString(),
      },
    })),
  )
}

interface AnswerRow {
  readonly answer_kind: 'adopted' | 'declined' | null
  readonly answer_reason: string | null
  readonly answer_by: Opinion['by'] | null
  readonly answer_at: Date | null
}

const answerOf = (row: AnswerRow): Pick<Opinion, 'answer'> => {
  if (row.answer_kind === null || row.answer_by === null || row.answer_at === null) return {}
  const given = { by: row.answer_by, at: row.answer_at.toISOString() }
  return row.answer_kind === 'adopted'
    ? { answer: { ...given, kind: 'adopted' } }
    : { answer: { ...given, kind: 'declined', reason: row.answer_reason ?? '' } }
}

export const opinionsOf = async (db: Reader, ids: readonly string[]): Promise<By<Opinion>> => {
  const rows = await db
    .selectFrom('verification_opinion as o')
    .leftJoin('opinion_answer as a', 'a.opinion_id', 'o.id')
    .selectAll('o')
    .select(['a.kind as answer_kind', 'a.reason as answer_reason', 'a.author as answer_by', 'a.at as answer_at'])
    .where('o.verification_id', 'in', [...ids])
    .orderBy('o.seq')
    .execute()
  return grouped(
    rows.map((row) => ({
      of: row.verification_id,
      part: {
        id: row.id,
        unitId: row.unit_id,
        finding: row.finding,
        by: row.author,
        at: row.at.toISOString(),
        ...answerOf(row),
      },
    })),
  )
}
