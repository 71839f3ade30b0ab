import type { Refusal } from '@quanheng/contract/errors'
import type {
  burnNumber as contractBurn,
  issueNumber as contractIssue,
  reserveNumber as contractReserve,
} from '@quanheng/contract/number-book'
import {
  type BookError,
  issueNumber,
  type NumberBook,
  reserveNumber,
  withdrawNumber,
} from '@quanheng/domain/approval/document-number'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change, CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { bookChange, lockBook, saveBook } from './book-store.ts'

type Taken = Outcome<{ readonly version: number; readonly documentNumber: string }>

interface Asked {
  readonly tx: Tx
  readonly posts: readonly HeldPost[]
  readonly context: Context
}

/** One change of a book of the actor's unit, held to the end of the transaction: whoever comes second sees what the first took. */
const changed = async (
  { tx, posts, context }: Asked,
  bookId: string,
  decide: (book: NumberBook) => Result<{ readonly book: NumberBook; readonly number: number }, BookError>,
  type: 'numberReserved' | 'numberIssued' | 'numberBurned',
): Promise<Result<Taken, Refusal>> => {
  const held = await lockBook(tx, bookId)
  const post = posts.find(({ unitId }) => unitId === held?.unitId)
  if (held === undefined || post === undefined) return refuse('platform.notFound')
  const decided = decide(held.book)
  if (!decided.ok) return decided
  const { book, number } = decided.value
  const kept = await saveBook(tx, held, book, null, context)
  const documentNumber = `${book.code}〔${book.year}〕${number}号`
  return ok({
    post,
    events: [{ type, bookId, documentNumber }],
    changes: [bookChange(held, kept)],
    reply: { version: kept.version, documentNumber },
  })
}

/** The next number of a book of this unit, for a paper that another feature makes. */
export const takeFromBook = async (
  { tx, context }: Pick<Asked, 'tx' | 'context'>,
  { bookId, unitId, title }: { readonly bookId: string; readonly unitId: string; readonly title: string },
): Promise<Result<{ readonly documentNumber: string; readonly change: Change }, Refusal>> => {
  const held = await lockBook(tx, bookId)
  if (held?.unitId !== unitId) return refuse('platform.notFound', { at: 'body.bookId' })
  const next = reserveNumber(held.book, title)
  if (!next.ok) return next
  const kept = await saveBook(tx, held, next.value, null, context)
  const { code, year, taken } = next.value
  return ok({ documentNumber: `${code}〔${year}〕${taken.length}号`, change: bookChange(held, kept) })
}

export const reserve: CommandHandler<typeof contractReserve> = (asked) =>
  changed(
    asked,
    asked.params.bookId,
    (book) => {
      const next = reserveNumber(book, normaliseText(asked.body.title))
      return next.ok ? ok({ book: next.value, number: next.value.taken.length }) : next
    },
    'numberReserved',
  )

export const issue: CommandHandler<typeof contractIssue> = (asked) => {
  const { number } = asked.params
  const decide = (book: NumberBook) => {
    const next = issueNumber(book, number, asked.body.issuedOn, asked.context.today)
    return next.ok ? ok({ book: next.value, number }) : next
  }
  return changed(asked, asked.params.bookId, decide, 'numberIssued')
}

/** A number that a paper issued here carries is burned when that paper is withdrawn. */
const isCarried = async (tx: Tx, bookId: string, number: number): Promise<boolean> =>
  (await tx
    .selectFrom('issued_paper')
    .innerJoin('number_book', 'number_book.unit_id', 'issued_paper.owner_unit_id')
    .select('issued_paper.id')
    .where('number_book.id', '=', bookId)
    .where('issued_paper.official_paper_id', 'is not', null)
    .where(
      sql<boolean>`issued_paper.document_number = number_book.code || '〔' || number_book.year || '〕' || ${number}::int || '号'`,
    )
    .executeTakeFirst()) !== undefined

export const burn: CommandHandler<typeof contractBurn> = async (asked) => {
  const { number } = asked.params
  if (await isCarried(asked.tx, asked.params.bookId, number)) {
    return refuse('numberBook.ofApproval', { params: { number: String(number) } })
  }
  const decide = (book: NumberBook) => {
    const next = withdrawNumber(book, number, normaliseText(asked.body.reason))
    return next.ok ? ok({ book: next.value, number }) : next
  }
  return changed(asked, asked.params.bookId, decide, 'numberBurned')
}
