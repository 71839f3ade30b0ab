import { sql } from 'kysely'
import type { Reader } from '../../database/database.ts'
import { changeDigest, saltOf } from '../../door/act.ts'
import type { Faults } from './faults.ts'
import { saidBy } from './said.ts'

/** How things of one kind are read back from their live rows. */
export interface LoggedNoun {
  /** The canonical form that acts digest; undefined where there is no such row any more. */
  readonly form: (db: Reader, id: string) => Promise<unknown>
  /** Table whose every row some act must have made. */
  readonly table: string
}
export type LoggedNouns = Readonly<Record<string, LoggedNoun>>

/** Leaves read at a time. */
const batch = 2_000

interface Newest {
  readonly after: string
  /** Null while the leaf waits for its place. */
  readonly leaf: number | null
}

/** What the last leaf that speaks of a thing says it was made, by noun and id. */
type NewestByNoun = ReadonlyMap<string, ReadonlyMap<string, Newest>>

const newestOf = async (db: Reader, leaves: number, nouns: LoggedNouns): Promise<NewestByNoun> => {
  const newest = new Map(Object.keys(nouns).map((noun) => [noun, new Map<string, Newest>()]))
  const take = (bytes: Buffer, leaf: number | null) => {
    for (const { noun, id, after } of saidBy(bytes)?.changes ?? []) newest.get(noun)?.set(id, { after, leaf })
  }
  for (let begin = 0; begin < leaves; begin += batch) {
    const rows = await db
      .selectFrom('tree_entry')
      .innerJoin('leaf', 'leaf.act_id', 'tree_entry.act_id')
      .select(['tree_entry.position', 'leaf.bytes'])
      .where('tree_entry.position', '>=', begin)
      .where('tree_entry.position', '<', begin + batch)
      .orderBy('tree_entry.position')
      .execute()
    for (const { bytes, position } of rows) take(bytes, position)
  }
  const waiting = await db
    .selectFrom('leaf_queue')
    .innerJoin('leaf', 'leaf.act_id', 'leaf_queue.act_id')
    .select('leaf.bytes')
    .orderBy('leaf_queue.seq')
    .execute()
  for (const { bytes } of waiting) take(bytes, null)
  return newest
}

export interface RowCheck {
  readonly faults: Faults
  readonly nouns: LoggedNouns
  readonly saltKey: Buffer
  readonly leaves: number
}

/** Every thing as its rows stand against what the last act on it said it was; resolves with the number of things. */
export const checkRows = async (db: Reader, { faults, nouns, saltKey, leaves }: RowCheck): Promise<number> => {
  let things = 0
  for (const [noun, newest] of await newestOf(db, leaves, nouns)) {
    const { form, table } = nouns[noun] as LoggedNoun
    for (const [id, { after, leaf }] of newest) {
      things++
      const place = { noun, id, leaf: leaf ?? '' }
      const live = await form(db, id)
      if (live === undefined) faults.add('checkpoint.rowGone', place)
      else if (changeDigest(saltOf(saltKey, noun, id), live) !== after) faults.add('checkpoint.rowChanged', place)
    }
    const { rows } = await sql<{ id: string }>`SELECT id::text AS id FROM ${sql.table(table)} ORDER BY id`.execute(db)
    for (const { id } of rows) if (!newest.has(id)) faults.add('checkpoint.rowUnlogged', { noun, id })
  }
  return things
}
