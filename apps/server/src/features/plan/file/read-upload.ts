import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { message } from '@quanheng/messages/messages'
import type { Registered } from '@quanheng/papers/plan-file/registered'
import type { Reader } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/door/actor.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { ChildFailed, runInChild } from '../../../platform/jobs/run.ts'
import { uploadedFile } from '../../../platform/jobs/uploaded-file.ts'
import type { FileFault, ReadOrder, ReadPlanFile } from './read-task.ts'

const limits = { memoryMb: 512, seconds: 60 }
const sizeLimitMb = 20

export interface ReadUpload {
  /** Absent while there are faults. */
  readonly content?: PlanContent
  readonly faults: readonly FileFault[]
}

/** Everybody that a plan file may name, by all their names. */
const registeredIn = async (db: Reader): Promise<Registered> => {
  const units = await db.selectFrom('unit').select(['id', 'name', 'short_name', 'aliases']).execute()
  const sections = await db.selectFrom('section').select(['id', 'name', 'short_name', 'aliases']).execute()
  const people = await db.selectFrom('person').select(['id', 'name']).execute()
  const named = (rows: typeof units) =>
    rows.map(({ id, name, short_name, aliases }) => ({ id, names: [name, short_name, ...aliases] }))
  return {
    unit: named(units),
    section: named(sections),
    person: people.map(({ id, name }) => ({ id, names: [name] })),
  }
}

/** The plan of a file that this person sent, read in a process of its own, with the ids of this installation. */
export const readUpload = async (
  db: Reader,
  files: FileStore,
  actor: Actor,
  digest: string,
): Promise<Result<ReadUpload, Refusal>> => {
  const upload = await uploadedFile(db, files, { personId: actor.personId, digest, sizeLimitMb })
  if (!upload.ok) return upload
  try {
    const read = await runInChild<ReadOrder, ReadPlanFile>(
      new URL('./read-task.ts', import.meta.url),
      { bytes: upload.value.bytes, registered: await registeredIn(db), language: 'zh-CN' },
      limits,
    )
    return ok('content' in read ? { content: read.content, faults: [] } : read)
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return ok({ faults: [{ line: 1, message: message('zh-CN', 'yaml.tooLarge', { limit: '20000000' }) }] })
  }
}

/** For a command: the content, or one refusal that names the first fault. */
export const contentOf = ({ content, faults: [first, ...more] }: ReadUpload): Result<PlanContent, Refusal> =>
  content === undefined
    ? refuse('plan.fileFaulty', {
        params: { count: String(more.length + 1), line: String(first?.line ?? 1), first: first?.message ?? '' },
      })
    : ok(content)
