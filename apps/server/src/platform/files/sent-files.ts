import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader, Tx } from '../database/database.ts'
import type { Actor } from '../door/actor.ts'
import type { FileReply } from '../door/outcome.ts'

/** Every file was sent by the caller, or lies with the object already. @returns refusal `upload.notFound` at the place of the first that is not */
export const filesSent = async (
  { tx, actor }: { readonly tx: Tx; readonly actor: Actor },
  digests: readonly (string | null)[],
  known: readonly string[],
  at: string | ((index: number) => string),
): Promise<Result<null, Refusal>> => {
  const fresh = [...new Set(digests.flatMap((one) => (one === null || known.includes(one) ? [] : [one])))]
  if (fresh.length === 0) return ok(null)
  const sent = await tx
    .selectFrom('upload')
    .select('sha256')
    .where('person_id', '=', actor.personId)
    .where('sha256', 'in', fresh)
    .execute()
  const missing = fresh.find((one) => sent.every(({ sha256 }) => sha256 !== one))
  if (missing === undefined) return ok(null)
  return refuse('upload.notFound', { at: typeof at === 'string' ? at : at(digests.indexOf(missing)) })
}

/** A file that an object rests on, under the name it was sent with; what cannot run script is shown in the browser. */
export const keptFile = async (db: Reader, digest: string): Promise<FileReply> => {
  const upload = await db.selectFrom('upload').selectAll().where('sha256', '=', digest).executeTakeFirst()
  const mediaType = upload?.media_type ?? 'application/octet-stream'
  const inline = mediaType === 'application/pdf' || mediaType.startsWith('image/')
  return { name: upload?.name ?? digest, mediaType, content: { stored: digest }, inline }
}
