import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { creditsVisibleTo } from './scope.ts'
import { isParty, visibleCredit } from './show.ts'

/** A file that the entry rests on or rested on, for those whose matter it is. */
export const creditFileOf = async (
  db: Reader,
  actor: Actor,
  creditId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const credit = await visibleCredit(db, actor, creditId)
  if (!credit || !isParty(creditsVisibleTo(actor), credit) || !credit.row.file_digests.includes(digest)) {
    return refuse('platform.notFound')
  }
  return ok(await keptFile(db, digest))
}
