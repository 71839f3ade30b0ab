import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { type ReadAdjustment, read } from './lines.ts'
import { adjustmentIsVisible } from './scope.ts'

export const visibleAdjustment = async (db: Reader, actor: Actor, id: string): Promise<ReadAdjustment | undefined> => {
  const rows = await db
    .selectFrom('target_adjustment')
    .selectAll()
    .where('id', '=', id)
    .where(adjustmentIsVisible(actor))
    .execute()
  return (await read(db, rows))[0]
}

/** Whoever sees the request sees what it rests on. */
export const adjustmentFileOf = async (
  db: Reader,
  actor: Actor,
  adjustmentId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const found = await visibleAdjustment(db, actor, adjustmentId)
  return found?.kept.row.file_digests.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
}
