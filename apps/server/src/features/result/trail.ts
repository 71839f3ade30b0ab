import type { Database } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'

/** Reads over a locked version of which each is written down. */
export const trailedReads = [
  'result.totals',
  'result.robustness',
  'result.robustnessXlsx',
  'simulation.show',
  'result.facts',
] as const

/** A look at totals is written down whether it was allowed or not, and listed to the observer. */
export const writeTrail = async (
  db: Database,
  actor: Actor,
  route: (typeof trailedReads)[number],
  resultId: string,
  outcome: string,
  at: Date,
): Promise<void> => {
  await db
    .insertInto('access_trail')
    .values({ at, person_id: actor.personId, route, subject: resultId, outcome, address: actor.address ?? null })
    .execute()
}
