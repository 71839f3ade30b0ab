import type { Reader } from '../../platform/database/database.ts'

export interface Factor {
  readonly id: string
  readonly secret: string
  readonly madeAt: Date
}

/** The second factor that a person has now; null where none was enrolled, or the last one was released. */
export const standingFactor = async (db: Reader, personId: string): Promise<Factor | null> => {
  const row = await db
    .selectFrom('second_factor')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  return row === undefined || row.released ? null : { id: row.id, secret: row.secret, madeAt: row.made_at }
}
