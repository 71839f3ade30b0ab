import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import type { Sights } from '../../platform/work/sight.ts'
import { recordIsVisible, recordsVisibleTo } from './scope.ts'
import { type KeptRoutineRecord, routineRecordKeeper } from './store.ts'

export const visibleRecord = (db: Reader, actor: Actor, id: string): Promise<KeptRoutineRecord | undefined> =>
  routineRecordKeeper.find(db, id, recordIsVisible(recordsVisibleTo(actor)))

/** Whoever reads the record reads what it rests on. */
export const fileOf = async (
  db: Reader,
  actor: Actor,
  id: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const found = await visibleRecord(db, actor, id)
  return found?.row.file_digests.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
}

/** Who may read the act history: whoever sees the record. */
export const routineRecordSights: Sights = {
  routineRecord: async (db, actor, _context, id) => ((await visibleRecord(db, actor, id)) ? 'all' : 'nothing'),
}
