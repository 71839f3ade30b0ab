import { type Expression, sql } from 'kysely'
import type { Database, Reader } from './database.ts'

/** Rows fetched at a time: enough to be worth the way to the database, little enough to be held. */
const batch = 500
/** Long reads that may hold a connection at once; the others wait, so that lists never take the pool from those who work. */
const places = 2

const waiting: (() => void)[] = []
let taken = 0

const takePlace = async (): Promise<void> => {
  if (taken < places) taken += 1
  else await new Promise<void>((ready) => waiting.push(ready))
}

/** The place goes to whoever has waited longest, or is free again. */
const givePlace = (): void => {
  const next = waiting.shift()
  if (next) next()
  else taken -= 1
}

/**
 * What `present` makes of a query's rows, as they stood at one moment and however many there are: a cursor hands over the next batch when the reader has
 * taken the last one. A reader that stops ends the cursor and gives its connection back.
 * @param present may ask for more about a batch in the same transaction
 */
export async function* rowStream<R, O>(
  db: Reader,
  query: Expression<unknown>,
  present: (rows: readonly R[], tx: Reader) => readonly O[] | Promise<readonly O[]>,
): AsyncGenerator<O> {
  await takePlace()
  try {
    const tx = await (db as Database)
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute()
    try {
      await sql`DECLARE listed NO SCROLL CURSOR FOR ${query}`.execute(tx)
      for (;;) {
        const { rows } = await sql<R>`FETCH FORWARD ${sql.lit(batch)} FROM listed`.execute(tx)
        if (rows.length > 0) yield* await present(rows, tx)
        if (rows.length < batch) return
      }
    } finally {
      // Where the connection is lost there is nothing to take back, and the pool does not hand it out again.
      await tx
        .rollback()
        .execute()
        .catch(() => undefined)
    }
  } finally {
    givePlace()
  }
}
