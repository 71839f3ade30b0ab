import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { visibleSupervision } from './show.ts'
import { visibleItem } from './show-item.ts'
import { visibleVisit } from './show-visit.ts'

/** A file that lies with an object in sight; whoever reads the object reads what it rests on. */
const fileOf =
  (
    visible: (
      db: Reader,
      actor: Actor,
      id: string,
    ) => Promise<{ readonly row: { file_digests: string[] } } | undefined>,
  ) =>
  async (db: Reader, actor: Actor, id: string, digest: string): Promise<Result<FileReply, Refusal>> => {
    const found = await visible(db, actor, id)
    return found?.row.file_digests.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
  }

export const supervisionFileOf = fileOf(visibleSupervision)
export const visitFileOf = fileOf(visibleVisit)
export const itemFileOf = fileOf(visibleItem)
