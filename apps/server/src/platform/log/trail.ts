import { createHash } from 'node:crypto'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { sql } from 'kysely'
import type { Reader } from '../database/database.ts'

/** Milliseconds: a row with a lower number may still be on its way into the table; so long nothing of it is sealed. */
const settling = 60_000

/** Rows read at a time. */
const batch = 5_000

/** Rows of the access trail with numbers above `from` up to `through`, in one digest. */
export interface TrailPart {
  readonly from: number
  readonly through: number
  readonly count: number
  /** SHA-256 over each row's canonical JSON and a line break, by number. */
  readonly digest: string
}

export const trailPart = async (db: Reader, from: number, through: number): Promise<TrailPart> => {
  const hash = createHash('sha256')
  let count = 0
  let last = from
  for (;;) {
    const rows = await db
      .selectFrom('access_trail')
      .select(['id', 'at', 'person_id', 'route', 'subject', 'outcome', 'address'])
      .where('id', '>', last)
      .where('id', '<=', through)
      .orderBy('id')
      .limit(batch)
      .execute()
    for (const row of rows) hash.update(`${canonicalJson({ ...row, at: row.at.toISOString() })}\n`)
    count += rows.length
    last = rows.at(-1)?.id ?? through
    if (rows.length < batch) return { from, through, count, digest: hash.digest('hex') }
  }
}

/** The next part to seal behind `from`; undefined where nothing has settled since. */
export const unsealedTrail = async (db: Reader, from: number, now: Date): Promise<TrailPart | undefined> => {
  const young = new Date(now.getTime() - settling)
  const { through } = await db
    .selectFrom('access_trail')
    .select((max) => sql<number | null>`${max.fn.max('id')}`.as('through'))
    .where('id', '>', from)
    .where(
      sql<boolean>`id < COALESCE((SELECT min(id) FROM access_trail WHERE id > ${from} AND at >= ${young}), 9223372036854775807)`,
    )
    .executeTakeFirstOrThrow()
  return through === null ? undefined : trailPart(db, from, through)
}
