import type { drawNumber as contractDraw, registerNumber as contractRegister } from '@quanheng/contract/approval'
import type { openBook as contractOpen, listBooks } from '@quanheng/contract/number-book'
import type { ReplyOf } from '@quanheng/contract/route'
import { nextNumber, readDocumentNumber, takeNumber } from '@quanheng/domain/approval/document-number'
import { documentNumberOf } from '@quanheng/domain/approval/model'
import { normaliseCode } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { openRemarks } from '../remark/index.ts'
import { stopMoved, unitNames } from '../result/index.ts'
import { actOnApproval, applyToApproval, type DecidedApproval, holdApproval } from './act-on-approval.ts'
import { bookById, bookChange, lockBook, saveBook, takenFrom } from './book-store.ts'

const replyOf = ({ after }: DecidedApproval) => ({
  version: after.row.version,
  documentNumber: documentNumberOf(after.approval) ?? '',
})

/** A paper gets no number, and so does not go out, while a remark of an observer waits for its answer, or with other figures than it was signed with. */
const stopNumber = async (tx: Tx, approvalId: string) => {
  const approval = await tx
    .selectFrom('approval')
    .select(['plan_id', 'result_id'])
    .where('id', '=', approvalId)
    .executeTakeFirst()
  if (approval === undefined) return undefined
  const count = await openRemarks(tx, approval.plan_id)
  return count > 0
    ? refuse('remark.unanswered', { params: { count: String(count) } })
    : stopMoved(tx, approval.result_id)
}

/** From the OA: the default. */
export const registerNumber: CommandHandler<typeof contractRegister> = async (asked) => {
  const documentNumber = normaliseCode(asked.body.documentNumber)
  const decided = await actOnApproval(asked, { kind: 'registerNumber', documentNumber })
  if (!decided.ok) return decided
  const stopped = await stopNumber(asked.tx, asked.params.approvalId)
  if (stopped) return stopped
  const { post, events, changes } = decided.value
  return ok({ post, events, changes, reply: replyOf(decided.value) })
}

/** From the body's own book; the book is held until the transaction ends, so that two papers cannot get one number. */
export const drawNumber: CommandHandler<typeof contractDraw> = async (asked) => {
  const { tx, params, body, context } = asked
  const held = await holdApproval(asked, params.approvalId, body.version)
  if (!held.ok) return held
  const book = await lockBook(tx, body.bookId)
  if (book === undefined || book.unitId !== held.value.row.owner_unit_id) return refuse('platform.notFound')
  const decided = await applyToApproval(asked, held.value, { kind: 'drawNumber', book: book.book })
  if (!decided.ok) return decided
  const stopped = await stopNumber(tx, params.approvalId)
  if (stopped) return stopped
  const kept = await saveBook(tx, book, takeNumber(book.book), params.approvalId, context)
  const { post, events, changes } = decided.value
  return ok({ post, events, changes: [...changes, bookChange(book, kept)], reply: replyOf(decided.value) })
}

export const openBook: CommandHandler<typeof contractOpen> = async ({ tx, posts, body, context }) => {
  const [post] = posts
  if (post === undefined) return refuse('platform.notFound')
  const code = normaliseCode(body.code)
  const id = context.newId()
  const { documentNumber } = nextNumber({ code, year: body.year, taken: [] })
  const form = readDocumentNumber(documentNumber)
  if (!form.ok) return form
  const saved = await tx
    .insertInto('number_book')
    .values({ id, unit_id: post.unitId, code, year: body.year, version: 1 })
    .onConflict((conflict) => conflict.columns(['unit_id', 'code', 'year']).doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows !== 1n) {
    return refuse('numberBook.exists', { params: { code, year: String(body.year) } })
  }
  const opened = { id, unitId: post.unitId, version: 1, book: { code, year: body.year, taken: [] } }
  return ok({
    post,
    events: [{ type: 'numberBookOpened', bookId: id, code, year: body.year }],
    changes: [bookChange(null, opened)],
    reply: { bookId: id },
  })
}

/** 发文登记簿 of the units in which this person numbers papers. */
export const booksOf = async (db: Reader, posts: readonly HeldPost[]): Promise<ReplyOf<typeof listBooks>> => {
  const unitIds = [...new Set(posts.map((post) => post.unitId))]
  if (unitIds.length === 0) return { rows: [] }
  const rows = await db
    .selectFrom('number_book')
    .select('id')
    .where('unit_id', 'in', unitIds)
    .orderBy('year', 'desc')
    .orderBy('code')
    .execute()
  const names = await unitNames(db, unitIds)
  const taken = await takenFrom(
    db,
    rows.map(({ id }) => id),
  )
  const titles = await plansByApproval(
    db,
    taken.flatMap((entry) => entry.approval_id ?? []),
  )
  const books = await Promise.all(rows.map(({ id }) => bookById(db, id)))
  return {
    rows: books
      .filter((book) => book !== undefined)
      .map(({ id, unitId, book }) => ({
        id,
        unitName: names.get(unitId) ?? '',
        code: book.code,
        year: book.year,
        next: nextNumber(book).documentNumber,
        taken: taken
          .filter((entry) => entry.book_id === id)
          .map(({ number, approval_id, title, reason }) => ({
            number,
            documentNumber: `${book.code}〔${book.year}〕${number}号`,
            title: title ?? titles.get(approval_id ?? '') ?? '',
            burned: reason,
          })),
      })),
  }
}

const plansByApproval = async (db: Reader, approvalIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (approvalIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('approval')
    .innerJoin('plan', 'plan.id', 'approval.plan_id')
    .select(['approval.id', 'plan.title'])
    .where('approval.id', 'in', [...approvalIds])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
