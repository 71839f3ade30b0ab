import { ok, type Result, refuse } from '../kernel/result.ts'

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
  readonly taken: readonly { readonly number: number; readonly burned?: string }[]
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

/** 作废: the number is never given again. */
export const burnNumber = (book: NumberBook, number: number, reason: string): NumberBook => ({
  ...book,
  taken: book.taken.map((entry) => (entry.number === number ? { number, burned: reason } : entry)),
})
