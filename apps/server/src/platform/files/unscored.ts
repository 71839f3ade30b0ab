import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader, Tx } from '../database/database.ts'

/** A file that went out with a circular: leaders' instructions and circulars are never evidence nor grounds of a bonus. */
export interface UnscoredFile {
  readonly digest: string
  readonly name: string
  /** Of the circular it went out with. */
  readonly title: string
}

/** From here on nobody puts these files forward for a score; the first circular that carried one stays named. */
export const keepFromScoring = async (tx: Tx, files: readonly UnscoredFile[]): Promise<void> => {
  if (files.length === 0) return
  await tx
    .insertInto('unscored_file')
    .values(files.map(({ digest, name, title }) => ({ sha256: digest, name, title })))
    .onConflict((found) => found.column('sha256').doNothing())
    .execute()
}

/** @returns refusal `circular.fileNoProof`, naming file and circular, for the first of these that may prove nothing */
export const mayProve = async (db: Reader, digests: readonly string[], at: string): Promise<Result<null, Refusal>> => {
  if (digests.length === 0) return ok(null)
  const row = await db
    .selectFrom('unscored_file')
    .selectAll()
    .where('sha256', 'in', [...new Set(digests)])
    .orderBy('sha256')
    .executeTakeFirst()
  return row === undefined
    ? ok(null)
    : refuse('circular.fileNoProof', { at, params: { name: row.name, title: row.title } })
}
