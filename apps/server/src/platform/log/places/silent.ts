import type { Database } from '../../database/database.ts'

/** Milliseconds after which everybody is told that a second place has had nothing. */
const patience = 24 * 3_600_000

export interface SilentPlace {
  readonly place: string
  /** Whole hours since the oldest checkpoint that it lacks. */
  readonly hours: number
  /** The newest checkpoint that it has; 0 for none. */
  readonly since: number
}

/**
 * Second places that took checkpoints once, or are to take them, and have had none for a day though there were new ones: unplugged, taken away, or left
 * out of the command that starts the platform.
 */
export const silentPlaces = async (
  db: Database,
  names: readonly string[],
  now: Date,
): Promise<readonly SilentPlace[]> => {
  const had = await db
    .selectFrom('checkpoint_copy')
    .innerJoin('checkpoint', 'checkpoint.size', 'checkpoint_copy.size')
    .select(({ fn }) => ['place', fn.max('checkpoint.size').as('size')])
    .groupBy('place')
    .execute()
  const known = new Map(had.map(({ place, size }) => [place, Number(size)]))
  const found: SilentPlace[] = []
  for (const place of new Set([...known.keys(), ...names])) {
    const since = known.get(place) ?? 0
    const waiting = await db
      .selectFrom('checkpoint')
      .select('made_at')
      .where('size', '>', since)
      .orderBy('size')
      .limit(1)
      .executeTakeFirst()
    if (waiting === undefined || now.getTime() - waiting.made_at.getTime() < patience) continue
    found.push({ place, hours: Math.floor((now.getTime() - waiting.made_at.getTime()) / 3_600_000), since })
  }
  return found
}
