import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { importRoutineRecords, readRoutineTable } from '@quanheng/contract/routine-record'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { type DomainError, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { message } from '@quanheng/messages/messages'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { ReadTable } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../../../platform/database/database.ts'
import { type Actor, type HeldPost, postsFor, unitIdsOf } from '../../../platform/door/actor.ts'
import type { Asking } from '../../../platform/door/asking.ts'
import type { Context } from '../../../platform/door/context.ts'
import type { CommandHandler, FileReply } from '../../../platform/door/outcome.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { Asking as Taking } from '../../../platform/jobs/list-file.ts'
import { tableFile } from '../../../platform/jobs/table-file.ts'
import type { UploadedFile } from '../../../platform/jobs/uploaded-file.ts'
import { markUploaded, readUploaded, uploadedTable } from '../../../platform/jobs/uploaded-table.ts'
import { issuedPlan, planHeader, plansVisibleTo } from '../../plan/index.ts'
import { subjectFor } from '../services.ts'
import { routineRecordKeeper } from '../store.ts'
import { officeOf, subjectsOf } from '../subjects.ts'
import { exampleRow, routineColumns, routineTemplate } from './columns.ts'
import { type Judged, type JudgeGround, judgeRows } from './judge.ts'

/** More facts of one section in one go are a slip. */
const mostRows = 2_000

interface Form {
  readonly columns: readonly TableColumn[]
  /** Names of leaves as they stand in the workbook, to their keys. */
  readonly leaves: ReadonlyMap<string, string>
}

const formFor = async (db: Reader, posts: readonly HeldPost[], actor: Actor, planId: string): Promise<Form | null> => {
  const { plans } = await subjectsOf(db, posts, unitIdsOf(actor.posts), planId)
  const [plan] = plans
  if (plan === undefined) return null
  const leaves = new Map(plan.leaves.map(({ key, name }) => [name, key]))
  return { leaves, columns: routineColumns([...leaves.keys()]) }
}

/** The empty workbook of one plan; a person whose section scores nothing under it gets none. */
export const template = async (db: Reader, planId: string, taking: Taking): Promise<Result<FileReply, Refusal>> => {
  const { actor, context, query } = taking
  const form = await formFor(db, postsFor(actor, 'routineRecord.begin'), actor, planId)
  const plan = form && (await issuedPlan(db, planId))
  if (!form || !plan) return refuse('platform.notFound')
  const example = exampleRow([...form.leaves.keys()][0] ?? '', plan.year)
  const table = {
    title: '平时记录',
    columns: form.columns,
    rows: [],
    template: { ...routineTemplate, example },
    on: context.today,
  }
  return ok(await tableFile(`${plan.year}年平时记录`, table, query.format, 'empty'))
}

type Fault = DomainError<string> & { readonly sheet?: string | undefined; readonly cell?: string | undefined }

/** The workbook as it was sent, read before any transaction: its bytes cannot change. */
export interface ReadUpload {
  readonly upload: UploadedFile
  readonly form: Form
  readonly table: ReadTable | null
  readonly faults: readonly Fault[]
}

interface Request {
  readonly db: Reader
  readonly actor: Actor
  readonly context: Context
  readonly params: { readonly planId: string }
  readonly body: { readonly digest: string }
}

export const readUpload =
  (files: FileStore) =>
  async ({ db, actor, params, body }: Request): Promise<Result<ReadUpload, Refusal>> => {
    const form = await formFor(db, postsFor(actor, 'routineRecord.begin'), actor, params.planId)
    if (form === null) return refuse('platform.notFound')
    const upload = await uploadedTable(db, files, actor.personId, body.digest)
    if (!upload.ok) return upload
    const options = { template: routineTemplate, maxRows: mostRows, pastFaults: true }
    const read = await readUploaded(upload.value, form.columns, options)
    if (!read.ok) return ok({ upload: upload.value, form, table: null, faults: read.error })
    return ok({ upload: upload.value, form, table: read.value, faults: read.value.faults })
  }

const unitsNamed = async (db: Reader): Promise<JudgeGround['units']> => {
  const rows = await db.selectFrom('unit').select(['id', 'name', 'short_name', 'aliases']).execute()
  const pairs = rows.flatMap(({ id, name, short_name, aliases }) =>
    [...new Set([name, short_name, ...aliases].map(normaliseName))].map((one) => [one, id] as const),
  )
  return new Map([...Map.groupBy(pairs, ([name]) => name)].map(([name, ids]) => [name, ids.map(([, id]) => id)]))
}

const judged = async (
  db: Reader,
  asked: Pick<Asking, 'actor' | 'context'>,
  subject: JudgeGround['subject'],
  { table, form }: ReadUpload,
): Promise<Judged> => {
  const posts = postsFor(asked.actor, 'routineRecord.begin')
  const ground = { subject, units: await unitsNamed(db), leaves: form.leaves, posts }
  return judgeRows(table?.rows ?? [], ground, asked)
}

const faultsOf = (read: ReadUpload, { faults }: Judged): readonly Fault[] => {
  const told = new Set(read.faults.map(({ cell }) => cell))
  const own = faults.map(
    ({ row, column, error }): Fault => ({
      ...error,
      sheet: read.table?.sheet,
      cell: row.cells[column]?.cell,
    }),
  )
  return [...read.faults, ...own.filter(({ cell }) => !told.has(cell))]
}

/** Chinese, like the workbook it is written into. */
const say = ({ code, params }: Fault): string => message('zh-CN', code, params)

const allFaults = async (request: Request, read: ReadUpload): Promise<readonly Fault[]> => {
  const { db, actor, params } = request
  const seen = await planHeader(db, plansVisibleTo(actor), params.planId)
  const plan = seen && (await issuedPlan(db, params.planId))
  if (!plan) return read.faults
  const subject = {
    planId: plan.planId,
    plan: plan.content,
    officeUnitId: await officeOf(db, plan),
    year: plan.year,
  }
  return faultsOf(read, await judged(db, request, subject, read))
}

export const checkReply = async (request: Request, read: ReadUpload): Promise<ReplyOf<typeof readRoutineTable>> => {
  const faults = await allFaults(request, read)
  return {
    rows: read.table?.rows.length ?? 0,
    faults: faults.map((fault) => ({ cell: fault.cell ?? '', message: say(fault) })),
  }
}

/** The person's own workbook with every fault in its cell. */
export const marked = async (request: Request, read: ReadUpload): Promise<Result<FileReply, Refusal>> => {
  const marks = (await allFaults(request, read)).flatMap((fault) =>
    fault.sheet !== undefined && fault.cell !== undefined
      ? [{ sheet: fault.sheet, cell: fault.cell, text: say(fault) }]
      : [],
  )
  const form = { columns: read.form.columns, template: routineTemplate }
  const content = await markUploaded(read.upload, form, marks)
  return content === null ? refuse('upload.notFound') : ok(content)
}

/** All rows as one act, or none; judged again under the plan that is in force now. */
export const importRows: CommandHandler<typeof importRoutineRecords, ReadUpload> = async (
  { params, ...asked },
  read,
) => {
  const subject = await subjectFor(asked, params.planId)
  if (subject === null) return refuse('platform.notFound')
  const found = await judged(asked.tx, asked, subject, read)
  const faults = faultsOf(read, found)
  if (faults.length > 0) return refuse('routineRecord.tableFaults', { params: { count: String(faults.length) } })
  const changes = []
  for (const { record } of found.begun) {
    changes.push(routineRecordKeeper.change(null, await routineRecordKeeper.insert(asked.tx, record)))
  }
  return ok({
    post: found.begun[0]?.post ?? null,
    events: found.begun.map(({ record }) => ({ type: 'routineRecordBegun', routineRecordId: record.id })),
    changes,
    reply: { count: changes.length },
  })
}
