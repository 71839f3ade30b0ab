import type { Refusal } from '@quanheng/contract/errors'
import type { Database } from '../../database/database.ts'

/** Milliseconds after which everybody is told that a second place has had nothing. */
const patience = 24 * 3_600_000

/**
 * Second places that took checkpoints once, or are to take them, and have had none for a day though there were new ones: unplugged, taken away, or left
 * out of the command that starts the platform.
 */
export const silentPlaces = async (db: Database, names: readonly string[], now: Date): Promise<readonly Refusal[]> => {
  const had = await db
    .selectFrom('checkpoint_copy')
    .innerJoin('checkpoint', 'checkpoint.size', 'checkpoint_copy.size')
    .select(({ fn }) => ['place', fn.max('checkpoint.size').as('size')])
    .groupBy('place')
    .execute()
  const known = new Map(had.map(({ place, size }) => [place, Number(size)]))
  const found: Refusal[] = []
  for (const place of new Set([...known.keys(), ...names])) {
    const waiting = await db
      .selectFrom('checkpoint')
      .select('made_at')
      .where('size', '>', known.get(place) ?? 0)
      .orderBy('size')
      .limit(1)
      .executeTakeFirst()
    if (waiting === undefined || now.getTime() - waiting.made_at.getTime() < patience) continue
    const hours = Math.floor((now.getTime() - waiting.made_at.getTime()) / 3_600_000)
    found.push({ code: 'checkpoint.placeSilent', params: { place, hours: String(hours) } })
  }
  return found
}
