import { rootOf } from '@quanheng/log/append'
import { leafHash } from '@quanheng/log/hashing'
import { sql } from 'kysely'
import type { Database, Tx } from '../database/database.ts'
import type { Logger } from '../logger.ts'
import { grow, sha256Tree, sizeOf, sm3Tree, storedFrontier } from './trees.ts'

/** Leaves taken up at a time. */
const batch = 500

/** One sequencer at a time, whoever holds this lock (model.md): its number is arbitrary and fixed. */
const lockNumber = 6_962

/** Orders what is queued behind the leaves that have their place. */
const appendWaiting = async (tx: Tx): Promise<number> => {
  const waiting = await tx
    .selectFrom('leaf_queue')
    .innerJoin('leaf', 'leaf.act_id', 'leaf_queue.act_id')
    .select(['leaf.act_id', 'leaf.bytes'])
    .orderBy('leaf_queue.seq')
    .limit(batch)
    .execute()
  if (waiting.length === 0) return 0
  const size = await sizeOf(tx, sha256Tree)
  const hashes = waiting.map((leaf) => leafHash(sha256Tree.hash, leaf.bytes))
  const acts = waiting.map(({ act_id }) => act_id)
  await sql`
    INSERT INTO tree_entry (position, act_id, hash)
    SELECT * FROM unnest(${acts.map((_, at) => size + at)}::bigint[], ${acts}::uuid[],
      ${hashes.map((hash) => Buffer.from(hash))}::bytea[])`.execute(tx)
  await grow(tx, sha256Tree, size, hashes)
  await sql`DELETE FROM leaf_queue WHERE act_id = ANY(${acts}::uuid[])`.execute(tx)
  return waiting.length
}

/** The second tree follows the order of the first; a log older than it is caught up with, batch by batch. */
const followWithSm3 = async (tx: Tx): Promise<number> => {
  const size = await sizeOf(tx, sm3Tree)
  const next = await tx
    .selectFrom('tree_entry')
    .innerJoin('leaf', 'leaf.act_id', 'tree_entry.act_id')
    .select('leaf.bytes')
    .where('tree_entry.position', '>=', size)
    .orderBy('tree_entry.position')
    .limit(batch)
    .execute()
  if (next.length === 0) return 0
  const hashes = next.map((leaf) => leafHash(sm3Tree.hash, leaf.bytes))
  await grow(tx, sm3Tree, size, hashes)
  return next.length
}

/** Puts committed leaves into both trees in the order in which they were queued; returns how many were taken up, 0 when all are. */
export const sequence = (db: Database): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const held = await sql<{ held: boolean }>`SELECT pg_try_advisory_xact_lock(${lockNumber}) AS held`.execute(tx)
    if (held.rows[0]?.held !== true) return 0
    const appended = await appendWaiting(tx)
    return Math.max(appended, await followWithSm3(tx))
  })

export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/** Size and root as they stand; 待存证 acts are those still queued. */
export const treeHead = (db: Database): Promise<TreeHead> =>
  db.transaction().execute(async (tx) => {
    const size = await sizeOf(tx, sha256Tree)
    return { size, root: rootOf(sha256Tree.hash, await storedFrontier(tx, sha256Tree, size)) }
  })
/** Runs every 400 ms, sooner while there is more; a failure is logged and tried again, a closed database waited for. */
export const startSequencer = (
  database: () => Database | null,
  logger: Logger,
): { readonly stop: () => Promise<void> } => {
  let stopped = false
  let wake: () => void = () => {}
  const once = async (): Promise<number> => {
    const db = database()
    return db === null ? 0 : sequence(db)
  }
  const loop = async (): Promise<void> => {
    while (!stopped) {
      const done = await once().catch((error: Error) => {
        logger.error('sequencer', { message: error.message })
        return 0
      })
      if (done === batch) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 400)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const running = loop()
  return {
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}
