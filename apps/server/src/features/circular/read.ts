import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { circularIsVisible, circularsVisibleTo } from './scope.ts'
import { circularKeeper, type KeptCircular } from './store.ts'

export const visibleCircular = (db: Reader, actor: Actor, id: string): Promise<KeptCircular | undefined> =>
  circularKeeper.find(db, id, circularIsVisible(circularsVisibleTo(actor)))

/** The office sees its own circulars whole, a receiver the text and its own receipts. */
export const isOfOffice = (actor: Actor, { row }: KeptCircular): boolean =>
  circularsVisibleTo(actor).offices.includes(row.unit_id)

/** Attachments go to every receiver; scans are the office's to read. */
export const circularFileOf = async (
  db: Reader,
  actor: Actor,
  circularId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const found = await visibleCircular(db, actor, circularId)
  if (!found) return refuse('platform.notFound')
  const attached = found.model.content.files.map((file) => file.digest)
  const readable = isOfOffice(actor, found) ? found.row.file_digests : attached
  return readable.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
}
