import { sql } from 'kysely'
import type { Database } from '../../database/database.ts'
import type { Clock } from '../../door/context.ts'
import { type ActingInstallation, logActs, newestLogAct, writeLogAct } from '../log-acts.ts'
import type { SilentPlace } from './silent.ts'

const isTold = async (db: Database, { place, since }: SilentPlace): Promise<boolean> => {
  const event = JSON.stringify([{ type: 'placeSilent', place, since }])
  const found = await db
    .selectFrom('act')
    .select('id')
    .where('action', '=', logActs.placeSilent)
    .where(sql<boolean>`events @> ${event}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Says in the log, once for each silence, that a second place has had nothing for a day: so every package and receipt tells it. */
export const logSilent = async (
  db: Database,
  facts: ActingInstallation,
  clock: Clock,
  silent: readonly SilentPlace[],
): Promise<void> => {
  for (const one of silent) {
    if (await isTold(db, one)) continue
    await writeLogAct(db, facts, clock.now(), { action: logActs.placeSilent, event: { type: 'placeSilent', ...one } })
  }
}

const newestHeld = async (db: Database, place: string): Promise<number> => {
  const row = await db
    .selectFrom('checkpoint_copy')
    .select(({ fn }) => fn.max('size').as('size'))
    .where('place', '=', place)
    .executeTakeFirst()
  return Number(row?.size ?? 0)
}

/**
 * Says in the log with which second places the platform begins, where they are others than the last time, and each that was left out. A rehearsal
 * sends nothing anywhere and says nothing.
 */
export const logPlaces = async (
  db: Database,
  facts: ActingInstallation,
  clock: Clock,
  names: readonly string[],
): Promise<void> => {
  if (facts.kind !== 'real') return
  const last = await newestLogAct(db, [logActs.places])
  const before = (last?.event?.places ?? []) as readonly string[]
  const places = [...new Set(names)].sort()
  if (last !== undefined && places.join('\n') === before.join('\n')) return
  for (const place of before.filter((name) => !places.includes(name))) {
    const event = { type: 'placeRemoved', place, since: await newestHeld(db, place) }
    await writeLogAct(db, facts, clock.now(), { action: logActs.placeRemoved, event })
  }
  await writeLogAct(db, facts, clock.now(), { action: logActs.places, event: { type: 'placesNamed', places } })
}
