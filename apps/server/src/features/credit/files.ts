import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { creditsVisibleTo } from './scope.ts'
import { isParty, visibleCredit } from './show.ts'

/** A file that the entry rests on or rested on, for those whose matter it is. */
export const creditFileOf = async (
  db: Reader,
  actor: Actor,
  creditId: string,
  digest: string,
): Promise<
  Result<
    {
      readonly name: string
      readonly mediaType: string
      readonly content: { readonly stored: string }
      readonly inline: boolean
    },
    Refusal
  >
> => {
  const credit = await visibleCredit(db, actor, creditId)
  if (!credit || !isParty(creditsVisibleTo(actor), credit) || !credit.row.file_digests.includes(digest)) {
    return refuse('platform.notFound')
  }
  const upload = await db.selectFrom('upload').selectAll().where('sha256', '=', digest).executeTakeFirst()
  const mediaType = upload?.media_type ?? 'application/octet-stream'
  const inline = mediaType === 'application/pdf' || mediaType.startsWith('image/')
  return ok({ name: upload?.name ?? digest, mediaType, content: { stored: digest }, inline })
}
