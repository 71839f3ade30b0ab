import type { Refusal } from '@quanheng/contract/errors'
import type { readMilestones } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { namedIds } from '@quanheng/domain/plan/named'
import { label } from '@quanheng/messages/labels'
import { message } from '@quanheng/messages/messages'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../../platform/database/database.ts'
import type { FileReply } from '../../../platform/door/outcome.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { Asking } from '../../../platform/jobs/list-file.ts'
import { tableFile } from '../../../platform/jobs/table-file.ts'
import type { UploadedFile } from '../../../platform/jobs/uploaded-file.ts'
import { markUploaded, readUploaded, uploadedTable } from '../../../platform/jobs/uploaded-table.ts'
import { namesOf } from '../check-context.ts'
import { seenContent } from '../show.ts'
import { leafPaths, milestoneColumns, milestoneTemplate } from './columns.ts'
import { draftFor, type TableRequest } from './import.ts'
import { type MilestoneRead, readMilestoneRows } from './read-milestones.ts'
import type { TaskFault } from './read-tasks.ts'

/** 指标节点 of the plan as this person sees it, to fill in and read back. */
export const milestoneFile = async (
  db: Reader,
  planId: string,
  asking: Asking,
): Promise<Result<FileReply, Refusal>> => {
  const seen = await seenContent(db, asking.actor, planId)
  if (!seen.ok) return seen
  const content = seen.value
  const names = await namesOf(db, namedIds(content))
  const paths = leafPaths(content)
  const rows = (content.milestones ?? []).map((row): TableValues => {
    const values = {
      leaf: paths.get(row.leafKey),
      name: row.name,
      due: row.due,
      expected: row.expected && `${row.expected}%`,
      standard: row.completionStandard,
      units: row.unitIds?.map((unitId) => names[unitId] ?? '').join('、'),
      post: label('zh-CN', 'post', row.post),
    }
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  })
  const example = {
    leaf: [...paths.values()][0] ?? '',
    name: '一季度',
    due: `${content.year}-03-31`,
    expected: '25%',
    post: label('zh-CN', 'post', 'unitReporter'),
  }
  const table = {
    title: '指标节点',
    columns: milestoneColumns(content),
    rows,
    template: { ...milestoneTemplate, example },
    on: asking.context.today,
  }
  return ok(await tableFile(`${content.year}${table.title}`, table, asking.query.format, asking))
}

interface Read {
  readonly upload: UploadedFile
  readonly columns: readonly TableColumn[]
  readonly milestones: readonly MilestoneRead[]
  readonly faults: readonly TaskFault[]
}

const readUpload = async (files: FileStore, request: TableRequest): Promise<Result<Read, Refusal>> => {
  const { db, actor, body } = request
  const content = await draftFor(request)
  if (!content.ok) return content
  const upload = await uploadedTable(db, files, actor.personId, body.digest)
  if (!upload.ok) return upload
  const columns = milestoneColumns(content.value)
  const table = await readUploaded(upload.value, columns, { template: milestoneTemplate, maxRows: 2_000 })
  if (!table.ok) return ok({ upload: upload.value, columns, milestones: [], faults: table.error })
  const units = await db.selectFrom('unit').select(['id', 'name', 'short_name', 'aliases']).execute()
  const named = units.map((unit) => ({ id: unit.id, names: [unit.name, unit.short_name, ...unit.aliases] }))
  return ok({ upload: upload.value, columns, ...readMilestoneRows(table.value, content.value, named) })
}

const said = ({ code, params }: TaskFault): string => message('zh-CN', code, params)

/** An uploaded table of milestones: rows for the draft, or faults by cell. */
export const readMilestoneTable =
  (files: FileStore) =>
  async (request: TableRequest): Promise<Result<ReplyOf<typeof readMilestones>, Refusal>> => {
    const read = await readUpload(files, request)
    if (!read.ok) return read
    const { milestones, faults } = read.value
    return ok({
      milestones: milestones.map((row) => ({ ...row, unitIds: [...row.unitIds] })),
      faults: faults.map((one) => ({ cell: one.cell ?? '', message: said(one) })),
    })
  }

/** The same workbook with every fault marked in its cell. */
export const markMilestoneTable =
  (files: FileStore) =>
  async (request: TableRequest): Promise<Result<FileReply, Refusal>> => {
    const read = await readUpload(files, request)
    if (!read.ok) return read
    const { upload, columns, faults } = read.value
    const marks = faults.flatMap((one) =>
      one.cell !== undefined && one.sheet !== undefined ? [{ sheet: one.sheet, cell: one.cell, text: said(one) }] : [],
    )
    const marked = await markUploaded(upload, { columns, template: milestoneTemplate }, marks)
    return marked === null ? refuse('upload.notFound') : ok(marked)
  }
