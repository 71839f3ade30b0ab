import type pg from 'pg'
import type { Place } from '../log/places/place.ts'

export interface Rollback {
  readonly place: string
  /** Leaves that the checkpoint there covers. */
  readonly held: number
}

/** Whether a place keeps a checkpoint that these rows do not have: then they are older than what was signed, or another branch. */
export const rollbackAgainst = async (
  client: pg.Client,
  origin: string,
  places: readonly Place[],
): Promise<Rollback | null> => {
  for (const { name, newest } of places) {
    const held = await newest?.(origin)
    if (held === undefined) continue
    const { rows } = await client.query<{ note: string }>('SELECT note FROM checkpoint WHERE size = $1', [held.size])
    if (rows[0]?.note !== held.text) return { place: name, held: held.size }
  }
  return null
}
