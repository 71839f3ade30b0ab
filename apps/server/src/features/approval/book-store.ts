import type { NumberBook } from '@quanheng/domain/approval/document-number'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'

/** 发文登记簿 as the domain sees it, with whose it is. */
export interface LoadedBook {
  readonly id: string
  readonly unitId: string
  readonly version: number
  readonly book: NumberBook
}

interface BookRow {
  readonly id: string
  readonly unit_id: string
  readonly code: string
  readonly year: number
  readonly version: number
}

/** Everything ever taken from these books, in order. */
export const takenFrom = async (db: Reader, bookIds: readonly string[]) =>
  bookIds.length === 0
    ? []
    : db
        .selectFrom('number_taken as t')
        .leftJoin('number_burned as b', (join) =>
          join.onRef('b.book_id', '=', 't.book_id').onRef('b.number', '=', 't.number'),
        )
        .leftJoin('number_issued as i', (join) =>
          join.onRef('i.book_id', '=', 't.book_id').onRef('i.number', '=', 't.number'),
        )
        .select(['t.book_id', 't.number', 't.approval_id', 't.title', 't.at', 'i.issued_on', 'b.reason'])
        .where('t.book_id', 'in', [...bookIds])
        .orderBy('t.book_id')
        .orderBy('t.number')
        .execute()

const complete = async (db: Reader, { id, unit_id, code, year, version }: BookRow): Promise<LoadedBook> => {
  const taken = await takenFrom(db, [id])
  const entries = taken.map(({ number, title, issued_on, reason }) => ({
    number,
    ...(title !== null && { title }),
    ...(issued_on !== null && { issuedOn: issued_on }),
    ...(reason !== null && { burned: reason }),
  }))
  return { id, unitId: unit_id, version, book: { code, year, taken: entries } }
}

export const bookById = async (db: Reader, id: string): Promise<LoadedBook | undefined> => {
  const row = await db.selectFrom('number_book').selectAll().where('id', '=', id).executeTakeFirst()
  return row && complete(db, row)
}

/** Held to the end of the transaction: two papers never get one number, and none is left out. */
export const lockBook = async (tx: Tx, id: string): Promise<LoadedBook | undefined> => {
  const row = await tx.selectFrom('number_book').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && complete(tx, row)
}

export const canonicalBook = ({ id, unitId, version, book }: LoadedBook): object => ({
  v: 1,
  noun: 'numberBook',
  id,
  unitId,
  version,
  ...book,
})

export const bookChange = (before: LoadedBook | null, after: LoadedBook): Change => ({
  noun: 'numberBook',
  id: after.id,
  version: after.version,
  before: before === null ? null : canonicalBook(before),
  after: canonicalBook(after),
})

/** Writes the next state of a book: the number taken last, and what became of others. `approvalId` is null where a number is reserved. */
export const saveBook = async (
  tx: Tx,
  before: LoadedBook,
  book: NumberBook,
  approvalId: string | null,
  context: Context,
): Promise<LoadedBook> => {
  const version = before.version + 1
  await tx.updateTable('number_book').set({ version }).where('id', '=', before.id).execute()
  for (const entry of book.taken) {
    const old = before.book.taken.find(({ number }) => number === entry.number)
    const row = { book_id: before.id, number: entry.number, at: context.now }
    if (old === undefined)
      await tx
        .insertInto('number_taken')
        .values({ ...row, approval_id: approvalId, title: entry.title ?? null })
        .execute()
    else if (old.issuedOn === undefined && entry.issuedOn !== undefined)
      await tx
        .insertInto('number_issued')
        .values({ ...row, issued_on: entry.issuedOn })
        .execute()
    else if (old.burned === undefined && entry.burned !== undefined)
      await tx
        .insertInto('number_burned')
        .values({ ...row, reason: entry.burned })
        .execute()
  }
  return { ...before, version, book }
}
