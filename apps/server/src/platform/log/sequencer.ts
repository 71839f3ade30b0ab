import { append, type Frontier, frontierAddresses, frontierAt, rootOf } from '@quanheng/log/append'
import { leafHash } from '@quanheng/log/hashing'
import { sql } from 'kysely'
import type { Database, Tx } from '../database/database.ts'
import { sha256 } from '../door/act.ts'
import type { Logger } from '../logger.ts'

const batch = 500

/** One sequencer at a time, whoever holds this lock (model.md): its number is arbitrary and fixed. */
const lockNumber = 6_962

const frontierOf = async (tx: Tx, size: number): Promise<Frontier> => {
  const addresses = frontierAddresses(size)
  const rows =
    addresses.length === 0
      ? []
      : await tx
          .selectFrom('tree_node')
          .selectAll()
          .where((where) =>
            where.or(
              addresses.map(({ level, index }) => where.and([where('level', '=', level), where('index', '=', index)])),
            ),
          )
          .execute()
  return frontierAt(size, ({ level, index }) => rows.find((row) => row.level === level && row.index === index)?.hash)
}

/** Puts committed leaves into the tree in the order in which they were queued; returns how many. */
export const sequence = (db: Database): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const held = await sql<{ held: boolean }>`SELECT pg_try_advisory_xact_lock(${lockNumber}) AS held`.execute(tx)
    if (held.rows[0]?.held !== true) return 0
    const waiting = await tx
      .selectFrom('leaf_queue')
      .innerJoin('leaf', 'leaf.act_id', 'leaf_queue.act_id')
      .select(['leaf.act_id', 'leaf.bytes'])
      .orderBy('leaf_queue.seq')
      .limit(batch)
      .execute()
    if (waiting.length === 0) return 0
    const { size } = await tx
      .selectFrom('tree_entry')
      .select((max) => sql<number>`COALESCE(${max.fn.max('position')} + 1, 0)`.as('size'))
      .executeTakeFirstOrThrow()
    const hashes = waiting.map((leaf) => leafHash(sha256, leaf.bytes))
    const { nodes } = append(sha256, await frontierOf(tx, size), hashes)
    await tx
      .insertInto('tree_entry')
      .values(
        waiting.map((leaf, at) => ({
          position: size + at,
          act_id: leaf.act_id,
          hash: Buffer.from(hashes[at] as Uint8Array),
        })),
      )
      .execute()
    await tx
      .insertInto('tree_node')
      .values(nodes.map(({ level, index, hash }) => ({ level, index, hash: Buffer.from(hash) })))
      .execute()
    await tx
      .deleteFrom('leaf_queue')
      .where(
        'act_id',
        'in',
        waiting.map((leaf) => leaf.act_id),
      )
      .execute()
    return waiting.length
  })

export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/** Size and root as they stand; 待存证 acts are those still queued. */
export const treeHead = (db: Database): Promise<TreeHead> =>
  db.transaction().execute(async (tx) => {
    const { size } = await tx
      .selectFrom('tree_entry')
      .select((max) => sql<number>`COALESCE(${max.fn.max('position')} + 1, 0)`.as('size'))
      .executeTakeFirstOrThrow()
    return { size, root: rootOf(sha256, await frontierOf(tx, size)) }
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
