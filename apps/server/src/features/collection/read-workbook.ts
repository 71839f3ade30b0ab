import type { readDataTable } from '@quanheng/contract/datum'
import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import { decideDatum } from '@quanheng/domain/datum/decide'
import { type DatumValue, releases } from '@quanheng/domain/datum/model'
import { readTyped, typedText } from '@quanheng/domain/datum/typed-value'
import { type DomainError, ok, type Result } from '@quanheng/domain/kernel/result'
import { label } from '@quanheng/messages/labels'
import { message } from '@quanheng/messages/messages'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import type { TableColumn, TemplateMark } from '@quanheng/papers/xlsx/model'
import type { ReadRow, ReadTable } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { UploadedFile } from '../../platform/jobs/uploaded-file.ts'
import { readUploaded, uploadedTable } from '../../platform/jobs/uploaded-table.ts'
import { issuedPlan } from '../plan/index.ts'
import { choosePost, datumContext, type Held } from './act-on-datum.ts'
import { complete, type LoadedDatum } from './datum-store.ts'
import { namesFor } from './names.ts'
import { dataVisibleTo } from './scope.ts'
import { dataForm } from './table-columns.ts'

type Line = ReplyOf<typeof readDataTable>['rows'][number]

/** A line that could be reported, and what stands there now. */
export interface FigureLine extends Line {
  readonly measure: string
  readonly before: string | null
}

export interface Fault {
  readonly sheet: string | null
  readonly cell: string | null
  readonly text: string
}

export interface ReadWorkbook {
  readonly upload: UploadedFile
  readonly lines: readonly FigureLine[]
  readonly blank: number
  readonly faults: readonly Fault[]
}

/** What a workbook of figures must be made from; other columns may stand among those of the collection's own. */
export interface FiguresForm {
  readonly columns: readonly TableColumn[]
  readonly template: TemplateMark
}

export interface ReadRequest {
  readonly db: Reader
  readonly actor: Actor
  /** Posts that may report. */
  readonly posts: readonly HeldPost[]
  readonly context: Context
}

const say = (error: DomainError<string>): string => message('zh-CN', error.code, error.params)

const faultOf = (error: TableError): Fault => ({
  sheet: error.sheet ?? null,
  cell: error.cell ?? null,
  text: say(error),
})

/** Data of this person by id, locked by nothing: what is read here is checked again when it is reported. */
const dataNamed = async (
  db: Reader,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LoadedDatum>> => {
  const known = ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
  if (known.length === 0) return new Map()
  const rows = await db
    .selectFrom('datum')
    .selectAll()
    .where('datum.id', 'in', known)
    .where(dataVisibleTo(actor))
    .execute()
  return new Map((await complete(db, rows)).map((loaded) => [loaded.row.id, loaded]))
}

type Checked =
  | { readonly kind: 'line'; readonly line: FigureLine; readonly unitId: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'fault'; readonly column: string; readonly error: DomainError<string> }

const columnOf = (at: string | undefined): string =>
  at === 'asOf' || at === 'reason' || at === 'lateReason' ? at : 'value'

const textOf = (row: ReadRow, key: string): string => row.cells[key]?.text ?? ''

const sameAsBefore = (held: Held, value: DatumValue, row: ReadRow): boolean => {
  const last = held.datum.versions.at(-1)
  const element = held.plan.content.dataElements.find((one) => one.key === held.datum.elementKey)
  if (!last || !element) return false
  return (
    typedText(element, last.value) === typedText(element, value) &&
    last.asOf === textOf(row, 'asOf') &&
    label('zh-CN', 'release', last.release) === textOf(row, 'release')
  )
}

const checkLine = (request: ReadRequest, row: ReadRow, held: Held): Checked => {
  const element = held.plan.content.dataElements.find((one) => one.key === held.datum.elementKey)
  if (!element) return { kind: 'fault', column: 'datumId', error: { code: 'datum.lineUnknown' } }
  const read = readTyped(element, textOf(row, 'value'))
  if (!read.ok) return { kind: 'fault', column: 'value', error: read.error }
  if (sameAsBefore(held, read.value, row)) return { kind: 'blank' }
  if (textOf(row, 'version') !== String(held.row.version))
    return { kind: 'fault', column: 'version', error: { code: 'datum.lineStale' } }
  const [reason, lateReason] = [textOf(row, 'reason'), textOf(row, 'lateReason')]
  const figure = {
    value: read.value,
    release: releases.find((one) => label('zh-CN', 'release', one) === textOf(row, 'release')) ?? ('final' as const),
    asOf: textOf(row, 'asOf') || held.row.cutoff,
    ...(reason !== '' && { reason }),
    ...(lateReason !== '' && { lateReason }),
  }
  const decided = decideDatum(
    held.datum,
    { kind: 'report', ...figure, evidenceIds: [] },
    datumContext(request, held, []),
  )
  if (!decided.ok) return { kind: 'fault', column: columnOf(decided.error.at), error: decided.error }
  const shown = typedText(element, read.value)
  const last = held.datum.versions.at(-1)
  const line = {
    datumId: held.row.id,
    version: held.row.version,
    ...figure,
    line: row.row,
    shown,
    elementName: element.name,
    unitName: '',
    measure: element.unit,
    before: last ? typedText(element, last.value) : null,
  }
  return { kind: 'line', unitId: held.row.unit_id, line }
}

/** Every line against the datum it names, with the domain's own rules; all faults are found, not only the first. */
const check = async (request: ReadRequest, table: ReadTable) => {
  const { db, actor, posts } = request
  const loaded = await dataNamed(
    db,
    actor,
    table.rows.map((row) => textOf(row, 'datumId')),
  )
  const checked: { readonly row: ReadRow; readonly found: Checked }[] = []
  const seen = new Set<string>()
  for (const row of table.rows) {
    const id = textOf(row, 'datumId')
    const one = loaded.get(id)
    const plan = one && (await issuedPlan(db, one.row.plan_id))
    const post = one && choosePost(posts, one, 'report')
    const twice = seen.has(id)
    seen.add(id)
    const found: Checked =
      textOf(row, 'value') === ''
        ? { kind: 'blank' }
        : twice
          ? { kind: 'fault', column: 'datumId', error: { code: 'datum.twice' } }
          : one && plan
            ? post
              ? checkLine(request, row, { ...one, plan, post })
              : { kind: 'blank' }
            : { kind: 'fault', column: 'datumId', error: { code: 'datum.lineUnknown' } }
    checked.push({ row, found })
  }
  return checked
}

/** Reads a workbook of figures: lines that could be reported, and every fault; saves nothing. */
export const readFigures = async (
  request: ReadRequest,
  upload: UploadedFile,
  { columns, template }: FiguresForm,
): Promise<ReadWorkbook> => {
  const parsed = await readUploaded(upload, columns, { template, maxRows: 2_000 })
  if (!parsed.ok) return { upload, lines: [], blank: 0, faults: parsed.error.map(faultOf) }
  const checked = await check(request, parsed.value)
  const names = await namesFor(request.db, {
    units: checked.flatMap(({ found }) => (found.kind === 'line' ? [found.unitId] : [])),
  })
  return {
    upload,
    lines: checked.flatMap(({ found }) =>
      found.kind === 'line' ? [{ ...found.line, unitName: names.unit(found.unitId) }] : [],
    ),
    blank: checked.filter(({ found }) => found.kind === 'blank').length,
    faults: checked.flatMap(({ row, found }) =>
      found.kind === 'fault'
        ? [{ sheet: parsed.value.sheet, cell: row.cells[found.column]?.cell ?? null, text: say(found.error) }]
        : [],
    ),
  }
}

/** The same of a workbook that this person has uploaded, made from the collection's own template. */
export const readWorkbook = async (
  request: ReadRequest & { readonly files: FileStore },
  digest: string,
): Promise<Result<ReadWorkbook, Refusal>> => {
  const upload = await uploadedTable(request.db, request.files, request.actor.personId, digest)
  return upload.ok ? ok(await readFigures(request, upload.value, dataForm)) : upload
}
