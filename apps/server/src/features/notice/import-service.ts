import type { Refusal } from '@quanheng/contract/errors'
import type { importNotice } from '@quanheng/contract/notice'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { ReadNotice } from '@quanheng/domain/notice/model'
import { authorUnder } from '../../platform/door/actor.ts'
import type { CommandHandler, Preparation } from '../../platform/door/outcome.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { ChildFailed, runInChild } from '../../platform/jobs/run.ts'
import { type UploadedFile, uploadedFile } from '../../platform/jobs/uploaded-file.ts'
import { insertNotice } from './store.ts'

/** The reader stays below in both for every file that it accepts; what needs more is not a notice. */
const limits = { memoryMb: 200, seconds: 60 }
const sizeLimitMb = 30

export interface ReadUpload {
  readonly file: UploadedFile
  readonly notice: ReadNotice
}

const read = async (bytes: Uint8Array): Promise<Result<ReadNotice, Refusal>> => {
  try {
    return await runInChild<Uint8Array, Result<ReadNotice, Refusal>>(
      new URL('./read-task.ts', import.meta.url),
      bytes,
      limits,
    )
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return refuse(error.reason === 'time' ? 'noticeFile.tooMuchText' : 'noticeFile.damaged')
  }
}

/** Reads the file in a process of its own, before any row is held. */
export const readWith =
  (files: FileStore): Preparation<typeof importNotice, ReadUpload> =>
  async ({ db, actor, body }) => {
    const file = await uploadedFile(db, files, { personId: actor.personId, digest: body.digest, sizeLimitMb })
    if (!file.ok) return file
    const notice = await read(file.value.bytes)
    return notice.ok ? ok({ file: file.value, notice: notice.value }) : notice
  }

const fieldValue = ({ rows }: ReadNotice, id: string): string | null =>
  rows.flatMap(({ fields }) => fields).find((field) => field.id === id)?.value ?? null

export const keep: CommandHandler<typeof importNotice, ReadUpload> = async (
  { tx, actor, posts, context, body },
  { file, notice },
) => {
  const [post] = posts
  if (post === undefined) return refuse('platform.notFound')
  const { text, rows, headings, findings } = notice
  const id = context.newId()
  const change = await insertNotice(tx, {
    id,
    unit_id: post.unitId,
    author: authorUnder(actor, post),
    imported_at: context.now,
    digest: body.digest,
    file_name: file.name,
    size: file.bytes.length,
    title: fieldValue(notice, 'document.title'),
    document_number: fieldValue(notice, 'document.documentNumber'),
    text,
    reading: { rows, headings },
    findings: [...findings],
    choices: {},
    settled: {},
    plan_id: null,
    sources: {},
    notes: [],
    field_count: 0,
    undecided_count: 0,
    asked_count: 0,
    open_count: 0,
    version: 1,
  })
  return ok({
    post,
    events: [{ type: 'noticeImported', noticeId: id, digest: body.digest, findings: findings.length }],
    changes: [change],
    reply: { id },
  })
}
