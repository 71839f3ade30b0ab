import type { Refusal } from '@quanheng/contract/errors'
import type {
  burnNumber as contractBurn,
  issueNumber as contractIssue,
  reserveNumber as contractReserve,
} from '@quanheng/contract/number-book'
import {
  type BookError,
  burnNumber,
  issueNumber,
  type NumberBook,
  reserveNumber,
  withdrawNumber,
} from '@quanheng/domain/approval/document-number'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change, CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { bookById, bookChange, lockBook, saveBook } from './book-store.ts'

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
  const documentNumber = numberIn(book, number)
  return ok({
    post,
    events: [{ type, bookId, documentNumber }],
    changes: [bookChange(held, kept)],
    reply: { version: kept.version, documentNumber },
  })
}

const numberIn = ({ code, year }: NumberBook, number: number): string => `${code}〔${year}〕${number}号`

/** The next number of a book of this unit, for a paper that another feature issues on this day. */
export const takeFromBook = async (
  { tx, context }: Pick<Asked, 'tx' | 'context'>,
  of: { readonly bookId: string; readonly unitId: string; readonly title: string; readonly on: string },
): Promise<Result<{ readonly documentNumber: string; readonly change: Change }, Refusal>> => {
  const held = await lockBook(tx, of.bookId)
  if (held?.unitId !== of.unitId) return refuse('platform.notFound', { at: 'body.bookId' })
  const next = reserveNumber(held.book, of.title)
  if (!next.ok) return next
  const number = next.value.taken.length
  const issued = issueNumber(next.value, number, of.on, context.today)
  const drawn = await saveBook(tx, held, next.value, null, context)
  // A day that has not come is refused by the paper's own rules, with the paper's own words; nothing of this is kept then.
  const kept = issued.ok ? await saveBook(tx, { ...drawn, version: held.version }, issued.value, null, context) : drawn
  return ok({ documentNumber: numberIn(kept.book, number), change: bookChange(held, kept) })
}

/** 作废 of the number that a withdrawn paper took from this book: it stays there with the reason. Nothing where it was burned before. */
export const burnTaken = async (
  { tx, context }: Pick<Asked, 'tx' | 'context'>,
  of: { readonly bookId: string; readonly documentNumber: string; readonly reason: string },
): Promise<readonly Change[]> => {
  const held = await lockBook(tx, of.bookId)
  const entry = held?.book.taken.find(({ number }) => numberIn(held.book, number) === of.documentNumber)
  if (!held || !entry || entry.burned !== undefined) return []
  const burned = burnNumber(held.book, entry.number, of.reason)
  return [bookChange(held, await saveBook(tx, held, burned, null, context))]
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

/** Whether a paper that another feature issued here carries the number. */
export type CarriesNumber = (
  db: Reader,
  number: { readonly bookId: string; readonly documentNumber: string },
) => Promise<boolean>

/** A number that a paper issued here carries is burned when that paper is withdrawn. */
const isCarried = async (
  tx: Tx,
  bookId: string,
  number: number,
  carriers: readonly CarriesNumber[],
): Promise<boolean> => {
  const held = await bookById(tx, bookId)
  if (held === undefined) return false
  const of = { bookId, documentNumber: numberIn(held.book, number) }
  for (const carries of carriers) if (await carries(tx, of)) return true
  return isOfOfficialPaper(tx, bookId, number)
}

const isOfOfficialPaper = async (tx: Tx, bookId: string, number: number): Promise<boolean> =>
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

export const burnWith =
  (carriers: readonly CarriesNumber[]): CommandHandler<typeof contractBurn> =>
  async (asked) => {
    const { number } = asked.params
    if (await isCarried(asked.tx, asked.params.bookId, number, carriers)) {
      return refuse('numberBook.ofApproval', { params: { number: String(number) } })
    }
    const decide = (book: NumberBook) => {
      const next = withdrawNumber(book, number, normaliseText(asked.body.reason))
      return next.ok ? ok({ book: next.value, number }) : next
    }
    return changed(asked, asked.params.bookId, decide, 'numberBurned')
  }
