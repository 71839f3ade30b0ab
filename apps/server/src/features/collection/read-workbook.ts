import type { readDataTable } from '@quanheng/contract/datum'
import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import { decideDatum } from '@quanheng/domain/datum/decide'
import type { DatumValue } from '@quanheng/domain/datum/model'
import { readTyped, typedText } from '@quanheng/domain/datum/typed-value'
import { type DomainError, ok, type Result } from '@quanheng/domain/kernel/result'
import { message } from '@quanheng/messages/messages'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import type { ReadRow, ReadTable } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { ChildFailed, runInChild } from '../../platform/jobs/run.ts'
import { issuedPlan } from '../plan/index.ts'
import { choosePost, datumContext, type Held } from './act-on-datum.ts'
import { complete, type LoadedDatum } from './datum-store.ts'
import { namesFor } from './names.ts'
import { dataVisibleTo } from './scope.ts'
import { releases } from './table-columns.ts'
import { uploadsOf } from './uploads.ts'

type Line = ReplyOf<typeof readDataTable>['rows'][number]

export interface Fault {
  readonly sheet: string | null
  readonly cell: string | null
  readonly text: string
}

export interface ReadWorkbook {
  readonly bytes: Uint8Array
  readonly name: string
  readonly lines: readonly Line[]
  readonly blank: number
  readonly faults: readonly Fault[]
}

export interface ReadRequest {
  readonly db: Reader
  readonly actor: Actor
  /** Posts that may report. */
  readonly posts: readonly HeldPost[]
  readonly context: Context
  readonly files: FileStore
}

/** A table that people fill in stays far below. */
const sizeLimit = 20 * 1_048_576
export const parseLimits = { memoryMb: 384, seconds: 30 }

const say = (error: DomainError<string>): string => message('zh-CN', error.code, error.params)

const bytesOf = async (files: FileStore, digest: string): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  for await (const part of files.open(digest)) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

const parse = async (bytes: Uint8Array): Promise<Result<ReadTable, readonly TableError[]>> => {
  try {
    return await runInChild(new URL('./read-table-task.ts', import.meta.url), bytes, parseLimits)
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return { ok: false, error: [{ code: error.reason === 'time' ? 'table.tooLarge' : 'table.damaged' }] }
  }
}

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
  | { readonly kind: 'line'; readonly line: Line; readonly unitId: string }
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
    releases[last.release] === textOf(row, 'release')
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
    release: textOf(row, 'release') === releases.provisional ? ('provisional' as const) : ('final' as const),
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
  const line = { datumId: held.row.id, version: held.row.version, ...figure, line: row.row, shown }
  return { kind: 'line', unitId: held.row.unit_id, line: { ...line, elementName: element.name, unitName: '' } }
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

/** Reads an uploaded workbook of this person: lines ready to report and every fault; saves nothing. */
export const readWorkbook = async (request: ReadRequest, digest: string): Promise<Result<ReadWorkbook, Refusal>> => {
  const sent = await uploadsOf(request.db, request.actor.personId, [digest])
  const file = sent.ok ? sent.value.get(digest) : undefined
  if (!sent.ok || !file) return sent.ok ? { ok: false, error: { code: 'upload.notFound' } } : sent
  const nothing = { bytes: new Uint8Array(), name: file.name, lines: [], blank: 0 }
  if (file.size > sizeLimit)
    return ok({ ...nothing, faults: [{ sheet: null, cell: null, text: say({ code: 'table.tooLarge' }) }] })
  const bytes = await bytesOf(request.files, digest)
  const parsed = await parse(bytes)
  if (!parsed.ok) return ok({ ...nothing, bytes, faults: parsed.error.map(faultOf) })
  const checked = await check(request, parsed.value)
  const names = await namesFor(request.db, {
    units: checked.flatMap(({ found }) => (found.kind === 'line' ? [found.unitId] : [])),
  })
  return ok({
    bytes,
    name: file.name,
    lines: checked.flatMap(({ found }) =>
      found.kind === 'line' ? [{ ...found.line, unitName: names.unit(found.unitId) }] : [],
    ),
    blank: checked.filter(({ found }) => found.kind === 'blank').length,
    faults: checked.flatMap(({ row, found }) =>
      found.kind === 'fault'
        ? [{ sheet: parsed.value.sheet, cell: row.cells[found.column]?.cell ?? null, text: say(found.error) }]
        : [],
    ),
  })
}
