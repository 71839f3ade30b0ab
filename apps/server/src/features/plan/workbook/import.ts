import type { Refusal } from '@quanheng/contract/errors'
import type { readTasks } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { message } from '@quanheng/messages/messages'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/door/actor.ts'
import type { FileReply } from '../../../platform/door/outcome.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { UploadedFile } from '../../../platform/jobs/uploaded-file.ts'
import { markUploaded, readUploaded, uploadedTable } from '../../../platform/jobs/uploaded-table.ts'
import { seenPlan } from '../show.ts'
import { taskColumns, taskTemplate } from './columns.ts'
import { readTaskRows, type TaskFault, type TaskRow } from './read-tasks.ts'

interface Read {
  readonly upload: UploadedFile
  readonly columns: readonly TableColumn[]
  readonly tasks: readonly TaskRow[]
  readonly faults: readonly TaskFault[]
}

export interface TableRequest {
  readonly db: Reader
  readonly actor: Actor
  readonly params: { readonly planId: string }
  readonly body: { readonly digest: string }
}

/** The draft that a table is read into; a person without it gets none. */
export const draftFor = async ({ db, actor, params }: TableRequest): Promise<Result<PlanContent, Refusal>> => {
  const seen = await seenPlan(db, actor, params.planId)
  if (!seen.ok) return seen
  return seen.value.shows === 'draft' ? ok(seen.value.plan.content) : refuse('platform.notFound')
}

const readUpload = async (files: FileStore, request: TableRequest): Promise<Result<Read, Refusal>> => {
  const { db, actor, body } = request
  const content = await draftFor(request)
  if (!content.ok) return content
  const upload = await uploadedTable(db, files, actor.personId, body.digest)
  if (!upload.ok) return upload
  const columns = taskColumns(content.value)
  const table = await readUploaded(upload.value, columns, { template: taskTemplate, maxRows: 50_000 })
  if (!table.ok) return ok({ upload: upload.value, columns, tasks: [], faults: table.error })
  const units = await db.selectFrom('unit').select(['id', 'name', 'short_name', 'aliases']).execute()
  const named = units.map((unit) => ({ id: unit.id, names: [unit.name, unit.short_name, ...unit.aliases] }))
  return ok({ upload: upload.value, columns, ...readTaskRows(table.value, content.value, named) })
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
    const { upload, columns, faults } = read.value
    const marks = faults.flatMap((fault) =>
      fault.cell !== undefined && fault.sheet !== undefined
        ? [{ sheet: fault.sheet, cell: fault.cell, text: said(fault) }]
        : [],
    )
    const marked = await markUploaded(upload, { columns, template: taskTemplate }, marks)
    return marked === null ? refuse('upload.notFound') : ok(marked)
  }
