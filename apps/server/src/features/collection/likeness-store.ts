import {
  canonicalReview,
  type FileUse,
  isRepeated,
  type LikenessReview,
  settledBy,
} from '@quanheng/domain/evidence/likeness'
import { sql } from 'kysely'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'

/** Two files, in order; the same twice where one file is used again. */
export interface Pair {
  readonly first: string
  readonly second: string
}

export interface FoundPair extends Pair {
  readonly agreement: string | null
}

/** Files used by more than one body or year, and pairs of pictures whose uses are; of evidence that was not taken back. */
export const repeatedPairs = async (db: Reader, among?: readonly string[]): Promise<readonly FoundPair[]> => {
  const wanted = among === undefined ? null : [...among]
  const { rows } = await sql<FoundPair>`
    WITH used AS (
      SELECT e.sha256, e.author->>'unitId' AS unit_id, p.year
      FROM evidence e JOIN plan p ON p.id = e.plan_id
      WHERE NOT EXISTS (SELECT FROM evidence_withdrawal w WHERE w.evidence_id = e.id)
    ), pairs AS (
      SELECT sha256 AS first, sha256 AS second, NULL::text AS agreement FROM used
      GROUP BY sha256 HAVING count(DISTINCT unit_id) > 1 OR count(DISTINCT year) > 1
      UNION ALL
      SELECT l.first, l.second, l.agreement::text FROM picture_likeness l JOIN used u ON u.sha256 IN (l.first, l.second)
      GROUP BY l.first, l.second, l.agreement
      HAVING count(DISTINCT u.sha256) = 2 AND (count(DISTINCT u.unit_id) > 1 OR count(DISTINCT u.year) > 1)
    )
    SELECT * FROM pairs
    WHERE ${wanted}::text[] IS NULL OR first = ANY(${wanted}) OR second = ANY(${wanted})
    ORDER BY first, second`.execute(db)
  return rows
}

export interface UseRow extends FileUse {
  readonly sha256: string
}

/** Every use of these files that was not taken back. */
export const usesOf = async (db: Reader, digests: readonly string[]): Promise<readonly UseRow[]> => {
  if (digests.length === 0) return []
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('plan', 'plan.id', 'evidence.plan_id')
    .leftJoin('evidence_withdrawal', 'evidence_withdrawal.evidence_id', 'evidence.id')
    .select(['evidence.id', 'evidence.sha256', 'evidence.author', 'plan.year'])
    .where('evidence.sha256', 'in', [...new Set(digests)])
    .where('evidence_withdrawal.evidence_id', 'is', null)
    .orderBy('evidence.at')
    .orderBy('evidence.id')
    .execute()
  return rows.map(({ id, sha256, author, year }) => ({
    evidenceId: id,
    sha256,
    unitId: author.unitId,
    personId: author.personId,
    year,
  }))
}

export const usesIn = ({ first, second }: Pair, uses: readonly UseRow[]): readonly UseRow[] =>
  uses.filter(({ sha256 }) => sha256 === first || sha256 === second)

export const reviewsOf = async (db: Reader, pairs: readonly Pair[]): Promise<readonly LikenessReview[]> => {
  if (pairs.length === 0) return []
  const rows = await db
    .selectFrom('likeness_review')
    .selectAll()
    .where('first', 'in', [...new Set(pairs.map(({ first }) => first))])
    .orderBy('at')
    .execute()
  return rows.map(({ evidence_ids: evidenceIds, at, ...row }) => ({ ...row, evidenceIds, at: at.toISOString() }))
}

export const reviewsIn = ({ first, second }: Pair, reviews: readonly LikenessReview[]): readonly LikenessReview[] =>
  reviews.filter((review) => review.first === first && review.second === second)

/** Which of these files are among 雷同材料 that nobody has settled. */
export const openAmong = async (db: Reader, digests: readonly string[]): Promise<ReadonlySet<string>> => {
  if (digests.length === 0) return new Set()
  const pairs = await repeatedPairs(db, digests)
  const uses = await usesOf(
    db,
    pairs.flatMap(({ first, second }) => [first, second]),
  )
  const reviews = await reviewsOf(db, pairs)
  return new Set(
    pairs
      .filter((pair) => {
        const own = usesIn(pair, uses)
        return isRepeated(own) && settledBy(own, reviewsIn(pair, reviews)) === undefined
      })
      .flatMap(({ first, second }) => [first, second]),
  )
}

export const insertReview = async (tx: Tx, review: LikenessReview): Promise<Change> => {
  const { evidenceIds, author, ...row } = review
  await tx
    .insertInto('likeness_review')
    .values({ ...row, evidence_ids: [...evidenceIds], author: json(author) })
    .execute()
  return { noun: 'likenessReview', id: review.id, version: 1, before: null, after: canonicalReview(review) }
}
