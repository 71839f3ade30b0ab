import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { meetingsVisibleTo } from './scope.ts'
import { visibleMeeting } from './show.ts'
import type { KeptMeeting } from './store.ts'
import { visibleTask } from './task-query.ts'

/** What went to the members: papers of the topics, and the minutes that were confirmed. Scans of opinions are the office's to read. */
const sentToAll = ({ model: { agenda, standing } }: KeptMeeting): readonly string[] => [
  ...agenda.topics.flatMap(({ files }) => files.map(({ digest }) => digest)),
  ...(standing.record ? [standing.record.scanDigest] : []),
]

export const meetingFileOf = async (
  db: Reader,
  actor: Actor,
  meetingId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const found = await visibleMeeting(db, actor, meetingId)
  if (!found) return refuse('platform.notFound')
  const office = meetingsVisibleTo(actor).offices.includes(found.row.unit_id)
  const readable = office ? found.row.file_digests : sentToAll(found)
  return readable.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
}

export const taskFileOf = async (
  db: Reader,
  actor: Actor,
  taskId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const found = await visibleTask(db, actor, taskId)
  return found?.row.file_digests.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
}
