import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/official-paper'
import {
  issueNumber,
  nextNumber,
  readDocumentNumber,
  reserveNumber,
  withdrawNumber,
} from '@quanheng/domain/approval/document-number'
import { normaliseCode, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { checkOfficialWords, movedFigures, sayMoved } from '@quanheng/domain/official-paper/decide'
import type { KeptFile, OfficialPaper } from '@quanheng/domain/official-paper/model'
import { decideResult } from '@quanheng/domain/result/decide'
import { wrongFigures } from '@quanheng/papers/paper/figures'
import { titleText } from '@quanheng/papers/paper/title'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { type Asking, commandContext } from '../../../platform/door/asking.ts'
import type { Change, CommandHandler, Preparation } from '../../../platform/door/outcome.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bookById, bookChange, type LoadedBook, lockBook, saveBook } from '../../approval/index.ts'
import { lockIssuedPlan } from '../../plan/index.ts'
import { lockResult, resultChange, saveResult, tellCorrected } from '../../result/index.ts'
import { makeFiles } from './make.ts'
import type { MadePaper } from './make-task.ts'
import { applyToPaper, type HeldPaper, holdOfficialPaper } from './service.ts'
import { type OfficialSource, officialSource } from './source.ts'
import { officialPaperById } from './store.ts'

/** What keeps a paper back whatever its number: no decision, a source that moved, words with a figure that is none. */
export const stopOf = (paper: OfficialPaper, now: OfficialSource): Result<null, Refusal> => {
  if (now.stop !== null) return { ok: false, error: now.stop }
  const moved = paper.source.digest !== now.source.digest || movedFigures(paper.source, now.source).length > 0
  if (moved) return refuse('officialPaper.sourceMoved', { params: { figures: sayMoved(paper.source, now.source) } })
  const words = checkOfficialWords(paper.kind, paper.words, now.lookup)
  return words.ok ? ok(null) : words
}

const largest = 200 * 1_048_576

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

const keep = async (files: FileStore, bytes: Uint8Array): Promise<Result<KeptFile, Refusal>> => {
  const stored = await files.put(once(bytes), largest)
  return stored.ok ? ok({ sha256: stored.value.sha256, size: stored.value.size }) : stored
}

interface Prepared {
  readonly source: OfficialSource
  readonly documentNumber: string
  readonly title: string
  readonly version: number
  readonly files: { readonly docx: KeptFile; readonly pdf: KeptFile; readonly ofd: KeptFile }
}

/** The number that the paper will carry: the next of the book, or as it was given. */
const numberFor = async (
  db: Reader,
  ownerUnitId: string,
  { bookId, documentNumber }: { readonly bookId: string | null; readonly documentNumber: string },
): Promise<string | undefined> => {
  if (bookId === null) return normaliseCode(documentNumber)
  const book = await bookById(db, bookId)
  return book?.unitId === ownerUnitId ? nextNumber(book.book).documentNumber : undefined
}

const faultsOf = ({ faults }: MadePaper): Result<null, Refusal> => {
  const [first] = faults
  if (first === undefined) return ok(null)
  const { says, place, found } = first
  return refuse('officialPaper.formFaults', { params: { count: String(faults.length), says, place, found } })
}

const keepAll = async (files: FileStore, made: MadePaper): Promise<Result<Prepared['files'], Refusal>> => {
  const docx = await keep(files, made.docx)
  if (!docx.ok) return docx
  const pdf = await keep(files, made.pdf)
  if (!pdf.ok) return pdf
  const ofd = await keep(files, made.ofd)
  return ofd.ok ? ok({ docx: docx.value, pdf: pdf.value, ofd: ofd.value }) : ofd
}

/** Files with number and day, checked and kept, while nothing is held; null where the command refuses anyway and says why. */
export const makeBefore =
  (platform: Platform): Preparation<typeof contract.issueOfficialPaper, Prepared | null> =>
  async ({ db, actor, posts, params, body, context }) => {
    const found = await officialPaperById(db, params.officialPaperId)
    if (found === undefined || !posts.some(({ unitId }) => unitId === found.paper.ownerUnitId)) return ok(null)
    const { paper, row } = found
    if (row.version !== body.version || paper.state !== 'draft') return ok(null)
    const source = await officialSource(platform.db, actor, {
      planId: paper.planId,
      kind: paper.kind,
      now: context.now,
    })
    if (!source.ok) return source.error.code === 'platform.notFound' ? ok(null) : source
    const stop = stopOf(paper, source.value)
    if (!stop.ok) return stop
    if (paper.writtenBy.personId === actor.personId) return refuse('officialPaper.samePerson')
    if (body.issuedOn > context.today) return refuse('officialPaper.inFuture', { at: 'body.issuedOn' })
    const documentNumber = await numberFor(db, paper.ownerUnitId, body)
    if (documentNumber === undefined) return ok(null)
    const form = readDocumentNumber(documentNumber)
    if (!form.ok) return { ok: false, error: { ...form.error, at: 'body.documentNumber' } }
    const { givenNumber } = source.value
    if (givenNumber !== null && givenNumber !== documentNumber) {
      return refuse('officialPaper.numberDiffers', { at: 'body.documentNumber', params: { number: givenNumber } })
    }
    const letter = source.value.compose(paper.words, { number: documentNumber, on: body.issuedOn })
    const [wrong] = wrongFigures(letter, source.value.lookup)
    if (wrong !== undefined) return refuse('yearPaper.figuresDiffer', { at: wrong.path, params: { text: wrong.text } })
    const made = await makeFiles(platform, letter)
    const faultless = faultsOf(made)
    if (!faultless.ok) return faultless
    const kept = await keepAll(platform.files, made)
    if (!kept.ok) return kept
    const title = titleText(letter.title)
    return ok({ source: source.value, documentNumber, title, version: row.version, files: kept.value })
  }

interface Taken {
  readonly book?: { readonly bookId: string; readonly number: number }
  readonly changes: readonly Change[]
}

/** From the book, held to the end: whoever comes second is told and takes the next. */
const takeNumber = async (
  { tx, context }: Asking,
  bookId: string,
  prepared: Prepared,
  issuedOn: string,
): Promise<Result<Taken, Refusal>> => {
  const held = await lockBook(tx, bookId)
  if (held === undefined || held.unitId !== prepared.source.ownerUnitId) return refuse('platform.notFound')
  const { number, documentNumber } = nextNumber(held.book)
  if (documentNumber !== prepared.documentNumber) {
    return refuse('officialPaper.numberTaken', { params: { number: prepared.documentNumber } })
  }
  const reserved = reserveNumber(held.book, prepared.title)
  if (!reserved.ok) return reserved
  const drawn = await saveBook(tx, held, reserved.value, null, context)
  const issued = issueNumber(drawn.book, number, issuedOn, context.today)
  if (!issued.ok) return issued
  const kept: LoadedBook = await saveBook(tx, drawn, issued.value, null, context)
  return ok({ book: { bookId, number }, changes: [bookChange(held, kept)] })
}

/** 已印发: the totals cannot fall any more, and each unit sees what the plan opens to it. */
const issueResult = async (
  asked: Asking,
  held: HeldPaper,
  { source, documentNumber }: Prepared,
  issuedOn: string,
): Promise<Result<readonly Change[], Refusal>> => {
  if (source.resultId === null) return ok([])
  const result = await lockResult(asked.tx, source.resultId)
  if (result === undefined || result.result.runDigest !== source.source.digest) return refuse('platform.notFound')
  if (result.result.state === 'issued') return ok([])
  if (result.result.state !== 'approved') return refuse('officialPaper.notDecided')
  const decided = decideResult(
    result.result,
    { kind: 'issue', documentNumber, issuedOn },
    commandContext(asked, held.post),
  )
  if (!decided.ok) return decided
  const issued = await saveResult(asked.tx, result, decided.value.next)
  await tellCorrected(asked.tx, issued.row.id, asked.context)
  return ok([resultChange(result, issued)])
}

const insertIssued = async (
  { tx, context }: Asking,
  { row, paper }: HeldPaper,
  { title, documentNumber, files }: Prepared,
  issuedOn: string,
): Promise<string> => {
  const id = context.newId()
  await tx
    .insertInto('issued_paper')
    .values({
      id,
      approval_id: null,
      official_paper_id: row.id,
      plan_id: paper.planId,
      owner_unit_id: paper.ownerUnitId,
      kind: paper.kind,
      title,
      document_number: documentNumber,
      issued_on: issuedOn,
      file_name: `${title}.docx`,
      size: files.docx.size,
      sha256: files.docx.sha256,
      pdf_sha256: files.pdf.sha256,
      ofd_sha256: files.ofd.sha256,
      at: context.now,
    })
    .execute()
  return id
}

/** Lock order: plan, result, paper, book. */
const lockAround = async (tx: Tx, paperId: string): Promise<void> => {
  const place = await tx.selectFrom('official_paper').select('plan_id').where('id', '=', paperId).executeTakeFirst()
  if (place !== undefined) await lockIssuedPlan(tx, place.plan_id)
}

export const issue: CommandHandler<typeof contract.issueOfficialPaper, Prepared | null> = async (asked, prepared) => {
  const { tx, params, body } = asked
  await lockAround(tx, params.officialPaperId)
  if (prepared?.source.resultId) await lockResult(tx, prepared.source.resultId)
  const held = await holdOfficialPaper(asked, params.officialPaperId, body.version)
  if (!held.ok) return held
  if (held.value.paper.state !== 'draft')
    return refuse('officialPaper.notNow', { params: { state: held.value.paper.state, command: 'issue' } })
  if (prepared === null) return refuse('platform.notFound')
  const { issuedOn } = body
  const { source, documentNumber, files } = prepared
  const taken: Result<Taken, Refusal> =
    body.bookId === null ? ok({ changes: [] }) : await takeNumber(asked, body.bookId, prepared, issuedOn)
  if (!taken.ok) return taken
  const done = await applyToPaper(asked, held.value, {
    kind: 'issue',
    source: source.source,
    issue: { documentNumber, issuedOn, files, ...taken.value.book },
  })
  if (!done.ok) return done
  const result = await issueResult(asked, held.value, prepared, issuedOn)
  if (!result.ok) return result
  const issuedPaperId = await insertIssued(asked, held.value, prepared, issuedOn)
  return ok({
    post: done.value.post,
    events: done.value.events,
    changes: [...done.value.changes, ...taken.value.changes, ...result.value],
    reply: { version: done.value.after.row.version, documentNumber, issuedPaperId },
  })
}

export const withdraw: CommandHandler<typeof contract.withdrawOfficialPaper> = async (asked) => {
  const { tx, params, body, context } = asked
  const held = await holdOfficialPaper(asked, params.officialPaperId, body.version)
  if (!held.ok) return held
  const reason = normaliseText(body.reason)
  const done = await applyToPaper(asked, held.value, { kind: 'withdraw', reason })
  if (!done.ok) return done
  const { issue: out } = held.value.paper
  const { post, events, changes, reply } = done.value
  const book = out?.bookId === undefined ? undefined : await lockBook(tx, out.bookId)
  if (book === undefined || out?.number === undefined) return ok({ post, events, changes, reply })
  const burned = withdrawNumber(book.book, out.number, reason)
  if (!burned.ok) return burned
  const kept = await saveBook(tx, book, burned.value, null, context)
  return ok({ post, events, changes: [...changes, bookChange(book, kept)], reply })
}
