import { Buffer } from 'node:buffer'
import type { Refusal } from '@quanheng/contract/errors'
import type { readTasks } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { message } from '@quanheng/messages/messages'
import type { Reader } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/door/actor.ts'
import type { FileReply } from '../../../platform/door/outcome.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { ChildFailed, runInChild } from '../../../platform/jobs/run.ts'
import { seenPlan } from '../show.ts'
import { taskColumns, taskTemplate } from './columns.ts'
import type { MarkTableInput, MarkTableOutput } from './mark-table-task.ts'
import type { ReadTableInput, ReadTableOutput } from './read-table-task.ts'
import { readTaskRows, type TaskFault, type TaskRow } from './read-tasks.ts'

const limits = { memoryMb: 512, seconds: 60 }

/** A workbook that people fill in by hand is far smaller. */
const largest = 20 * 1_048_576

interface Upload {
  readonly name: string
  readonly bytes: Buffer
}

/** A workbook that this person has sent. */
const uploaded = async (
  db: Reader,
  files: FileStore,
  actor: Actor,
  digest: string,
): Promise<Result<Upload, Refusal>> => {
  const row = await db
    .selectFrom('upload')
    .select(['name', 'size'])
    .where('sha256', '=', digest)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  if (row === undefined || !(await files.has(digest))) return refuse('upload.notFound')
  if (row.size > largest) return refuse('plan.workbookTooHeavy')
  const chunks: Buffer[] = []
  for await (const chunk of files.open(digest)) chunks.push(Buffer.from(chunk))
  return ok({ name: row.name, bytes: Buffer.concat(chunks) })
}

/** Somebody else's bytes are read in a process of their own; one that runs out of its limits is the workbook's fault. */
const inChild = async <I, O>(task: string, input: I): Promise<Result<O, Refusal>> => {
  try {
    return ok(await runInChild<I, O>(new URL(task, import.meta.url), input, limits))
  } catch (error) {
    if (error instanceof ChildFailed) return refuse('plan.workbookTooHeavy')
    throw error
  }
}

interface Read {
  readonly upload: Upload
  readonly tasks: readonly TaskRow[]
  readonly faults: readonly TaskFault[]
}

export interface TableRequest {
  readonly db: Reader
  readonly actor: Actor
  readonly params: { readonly planId: string }
  readonly body: { readonly digest: string }
}

const draftFor = async ({ db, actor, params }: TableRequest): Promise<Result<PlanContent, Refusal>> => {
  const seen = await seenPlan(db, actor, params.planId)
  if (!seen.ok) return seen
  return seen.value.shows === 'draft' ? ok(seen.value.plan.content) : refuse('platform.notFound')
}

const readUpload = async (files: FileStore, request: TableRequest): Promise<Result<Read, Refusal>> => {
  const { db, actor, body } = request
  const content = await draftFor(request)
  if (!content.ok) return content
  const upload = await uploaded(db, files, actor, body.digest)
  if (!upload.ok) return upload
  const input = { bytes: upload.value.bytes, columns: taskColumns(content.value), template: taskTemplate }
  const table = await inChild<ReadTableInput, ReadTableOutput>('./read-table-task.ts', input)
  if (!table.ok) return table
  if (!table.value.ok) return ok({ upload: upload.value, tasks: [], faults: table.value.error })
  const units = await db.selectFrom('unit').select(['id', 'name', 'short_name', 'aliases']).execute()
  const named = units.map((unit) => ({ id: unit.id, names: [unit.name, unit.short_name, ...unit.aliases] }))
  return ok({ upload: upload.value, ...readTaskRows(table.value.value, content.value, named) })
}

const said = ({ code, params }: TaskFault): string => message('zh-CN', code, params)

export const readTaskTable =
  (files: FileStore) =>
  async (request: TableRequest): Promise<Result<ReplyOf<typeof readTasks>, Refusal>> => {
    const read = await readUpload(files, request)
    if (!read.ok) return read
    const { tasks, faults } = read.value
    return ok({
      tasks: tasks.map((task) => ({ ...task })),
      faults: faults.map((fault) => ({ cell: fault.cell ?? '', message: said(fault) })),
    })
  }

/** The same workbook with every fault marked in its cell. */
export const markTaskTable =
  (files: FileStore) =>
  async (request: TableRequest): Promise<Result<FileReply, Refusal>> => {
    const read = await readUpload(files, request)
    if (!read.ok) return read
    const { upload, faults } = read.value
    const marks = faults.flatMap((fault) =>
      fault.cell !== undefined && fault.sheet !== undefined
        ? [{ sheet: fault.sheet, cell: fault.cell, text: said(fault) }]
        : [],
    )
    const marked = await inChild<MarkTableInput, MarkTableOutput>('./mark-table-task.ts', {
      bytes: upload.bytes,
      marks,
    })
    if (!marked.ok) return marked
    if (!marked.value.ok) return refuse('plan.workbookTooHeavy')
    const bytes = Buffer.from(marked.value.value)
    return ok({
      name: upload.name.replace(/(\.xlsx)?$/i, '（需修改）.xlsx'),
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: bytes,
      size: bytes.length,
    })
  }
