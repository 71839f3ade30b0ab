import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'

export type BookError = DomainError<
  | 'approval.bookGap'
  | 'numberBook.titleMissing'
  | 'numberBook.noSuchNumber'
  | 'numberBook.ofApproval'
  | 'numberBook.burned'
  | 'numberBook.issued'
  | 'numberBook.inFuture'
  | 'numberBook.reasonMissing'
>

/** 发文字号 by GB/T 9704-2012 7.2.5: 机关代字, the year in 〔〕, a number without leading zeros, 号. */
const form = /^[\p{Script=Han}（）]{2,20}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/u

/** A number as registered from the OA; brackets of another form are refused, not repaired: the paper must show the same. */
export const readDocumentNumber = (text: string): Result<string, { readonly code: 'approval.numberMalformed' }> =>
  form.test(text)
    ? ok(text)
    : refuse('approval.numberMalformed', { at: 'documentNumber', params: { text: text.slice(0, 40) } })

/** 发文登记簿 of one 机关代字 in one year, for an office that numbers its papers here. */
export interface NumberBook {
  /** 机关代字, e.g. `云发改发`. */
  readonly code: string
  readonly year: number
  /** Every number ever taken, a burned one included: it stays in the book with its reason. */
  readonly taken: readonly TakenNumber[]
}

export interface TakenNumber {
  readonly number: number
  /** Of a paper that is made outside the platform; the others carry their approval. */
  readonly title?: string
  /** 印发: the day the paper of a reserved number went out. */
  readonly issuedOn?: string
  /** 作废: why no paper carries the number any more. */
  readonly burned?: string
}

/** The number that comes next: one more than the last, so that the book has no gap. */
export const nextNumber = (book: NumberBook): { readonly number: number; readonly documentNumber: string } => {
  const number = book.taken.length + 1
  return { number, documentNumber: `${book.code}〔${book.year}〕${number}号` }
}

/** True for 1, 2, 3 … in order, which is all that a book may hold. */
export const isGapFree = (book: NumberBook): boolean => book.taken.every(({ number }, at) => number === at + 1)

export const takeNumber = (book: NumberBook): NumberBook => ({
  ...book,
  taken: [...book.taken, { number: nextNumber(book).number }],
})

/** 预留: the next number for a paper that is made elsewhere, named so that the book says whose it is. */
export const reserveNumber = (book: NumberBook, title: string): Result<NumberBook, BookError> => {
  if (!isGapFree(book)) return refuse('approval.bookGap', { params: { code: book.code, year: String(book.year) } })
  if (title === '') return refuse('numberBook.titleMissing', { at: 'body.title' })
  return ok({ ...book, taken: [...book.taken, { number: nextNumber(book).number, title }] })
}

/** A reserved number by its figure; those of approvals go with their papers. */
const reserved = (book: NumberBook, number: number): Result<TakenNumber, BookError> => {
  const entry = book.taken.find((one) => one.number === number)
  if (entry === undefined) return refuse('numberBook.noSuchNumber', { params: { number: String(number) } })
  if (entry.title === undefined) return refuse('numberBook.ofApproval', { params: { number: String(number) } })
  return entry.burned === undefined ? ok(entry) : refuse('numberBook.burned', { params: { number: String(number) } })
}

const replaced = (book: NumberBook, changed: TakenNumber): NumberBook => ({
  ...book,
  taken: book.taken.map((entry) => (entry.number === changed.number ? changed : entry)),
})

/** 印发: the paper of a reserved number went out on a day that has come. */
export const issueNumber = (
  book: NumberBook,
  number: number,
  issuedOn: string,
  today: string,
): Result<NumberBook, BookError> => {
  const entry = reserved(book, number)
  if (!entry.ok) return entry
  if (entry.value.issuedOn !== undefined) return refuse('numberBook.issued', { params: { number: String(number) } })
  if (issuedOn > today) return refuse('numberBook.inFuture', { at: 'body.issuedOn' })
  return ok(replaced(book, { ...entry.value, issuedOn }))
}

/** 作废 of a reserved number, before the paper went out or when it was withdrawn: it stays in the book with the reason. */
export const withdrawNumber = (book: NumberBook, number: number, reason: string): Result<NumberBook, BookError> => {
  const entry = reserved(book, number)
  if (!entry.ok) return entry
  return reason === ''
    ? refuse('numberBook.reasonMissing', { at: 'body.reason' })
    : ok(replaced(book, { ...entry.value, burned: reason }))
}

/** 作废: the number is never given again. */
export const burnNumber = (book: NumberBook, number: number, reason: string): NumberBook => ({
  ...book,
  taken: book.taken.map((entry) => (entry.number === number ? { ...entry, burned: reason } : entry)),
})
