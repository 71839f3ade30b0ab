import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { matterIsVisible, mattersVisibleTo } from './scope.ts'
import { type KeptMatter, matterKeeper } from './store.ts'

export const visibleMatter = (db: Reader, actor: Actor, id: string): Promise<KeptMatter | undefined> =>
  matterKeeper.find(db, id, matterIsVisible(mattersVisibleTo(actor)))

/** The office and the head see a matter whole, a member the text and the own opinion. */
export const isOfOffice = (actor: Actor, { row }: KeptMatter): boolean =>
  mattersVisibleTo(actor).offices.includes(row.unit_id)

/** Papers go to every member who was asked; scans are the office's to read. */
export const matterFileOf = async (
  db: Reader,
  actor: Actor,
  matterId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const found = await visibleMatter(db, actor, matterId)
  if (!found) return refuse('platform.notFound')
  const papers = found.model.content.files.map((file) => file.digest)
  const readable = isOfOffice(actor, found) ? found.row.file_digests : papers
  return readable.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
}
