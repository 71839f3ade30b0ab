import type { Author } from '@quanheng/domain/kernel/command-context'
import { nameRun, type RunContent } from '@quanheng/domain/result/run-content'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import { sha256 } from '../../platform/log/means.ts'

/** Contents of runs by digest: immutable, and read again for every page over a locked version. */
const contents = new Map<string, RunContent>()
const kept = 16

const remember = (digest: string, content: RunContent): RunContent => {
  contents.delete(digest)
  contents.set(digest, content)
  const [oldest] = contents.keys()
  if (contents.size > kept && oldest !== undefined) contents.delete(oldest)
  return content
}

/** The content of a run; undefined where there is none of that name. Unscoped: whoever holds a digest got it from a scoped read. */
export const runOf = async (db: Reader, digest: string): Promise<RunContent | undefined> => {
  const known = contents.get(digest)
  if (known !== undefined) return remember(digest, known)
  const read = await storedRun(db, digest)
  return read && remember(digest, read)
}

/** As it is stored now, which is what a check asks. */
export const storedRun = async (db: Reader, digest: string): Promise<RunContent | undefined> => {
  const row = await db
    .selectFrom('run')
    .select(['head', 'engine_version'])
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const columns = await db
    .selectFrom('run_column')
    .select('columns')
    .where('run_digest', '=', digest)
    .orderBy('place')
    .execute()
  return remember(digest, { ...row.head, engine: row.engine_version, leaves: columns.map((column) => column.columns) })
}

/** Digest of the facts of each run, by the run's own digest. */
export const factsOfRuns = async (db: Reader, digests: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (digests.length === 0) return new Map()
  const rows = await db.selectFrom('run').select(['digest', 'facts_digest']).where('digest', 'in', digests).execute()
  return new Map(rows.map((row) => [row.digest, row.facts_digest]))
}

export const hasRun = async (db: Reader, digest: string): Promise<boolean> =>
  (await db.selectFrom('run').select('digest').where('digest', '=', digest).executeTakeFirst()) !== undefined

/** Keeps a run under its name; made twice it is kept once. @returns its digest, and whether it is new */
export const keepRun = async (
  tx: Tx,
  content: RunContent,
  author: Author,
  context: Context,
): Promise<{ readonly id: string; readonly digest: string; readonly factsDigest: string; readonly fresh: boolean }> => {
  const name = nameRun(content, sha256)
  const { leaves, engine, ...head } = content
  const id = context.newId()
  const inserted = await tx
    .insertInto('run')
    .values({
      id,
      digest: name.digest,
      plan_id: content.plan.id,
      plan_number: content.plan.number,
      purpose: content.purpose,
      facts_digest: name.factsDigest,
      engine_version: engine,
      head: json(head),
      author: json(author),
      at: context.now,
    })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .executeTakeFirst()
  const fresh = inserted.numInsertedOrUpdatedRows === 1n
  if (fresh && leaves.length > 0) {
    await tx
      .insertInto('run_column')
      .values(
        leaves.map((leaf, place) => ({ run_digest: name.digest, place, leaf_key: leaf.key, columns: json(leaf) })),
      )
      .execute()
  }
  return { id, ...name, fresh }
}

/** What acts digest of a run: its name and what the name is made of. */
export const canonicalRunRow = (content: RunContent): object => ({
  v: 1,
  noun: 'run',
  purpose: content.purpose,
  planId: content.plan.id,
  planNumber: content.plan.number,
  engineVersion: content.engine,
  ...nameRun(content, sha256),
})
