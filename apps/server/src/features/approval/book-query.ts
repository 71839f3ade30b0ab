import type { Refusal } from '@quanheng/contract/errors'
import type { listNumbers, numbersXlsx } from '@quanheng/contract/number-book'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { rowStream } from '../../platform/database/row-stream.ts'
import { type HeldPost, unitIdsOf } from '../../platform/door/actor.ts'
import { dayOf } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../platform/jobs/list-file.ts'

type Row = ReplyOf<typeof listNumbers>['rows'][number]
type Narrowed = Omit<QueryOf<typeof numbersXlsx>, 'format'>

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const documentNumber = sql<string>`k.code || '〔' || k.year || '〕' || t.number || '号'`

/** What became of a number: burned beats issued, since a withdrawn paper went out before. */
const state = sql<Row['state']>`CASE WHEN b.reason IS NOT NULL THEN 'burned'
  WHEN i.issued_on IS NOT NULL OR p.issued_on IS NOT NULL THEN 'issued'
  WHEN t.approval_id IS NOT NULL THEN 'drawn' ELSE 'reserved' END`

const title = sql<string>`coalesce(t.title, plan.title, '')`

/** Numbers of the books of these posts' units. A paper that went out through its approval is known by its own number. */
const numbers = (db: Reader, posts: readonly HeldPost[], { q = '', bookId, numberState }: Narrowed) => {
  const units = unitIdsOf(posts)
  let found = db
    .selectFrom('number_taken as t')
    .innerJoin('number_book as k', 'k.id', 't.book_id')
    .leftJoin('number_burned as b', (join) =>
      join.onRef('b.book_id', '=', 't.book_id').onRef('b.number', '=', 't.number'),
    )
    .leftJoin('number_issued as i', (join) =>
      join.onRef('i.book_id', '=', 't.book_id').onRef('i.number', '=', 't.number'),
    )
    .leftJoin('issued_paper as p', (join) =>
      join
        .onRef('p.approval_id', '=', 't.approval_id')
        .on('p.kind', '=', 'letter')
        .on('p.document_number', '=', documentNumber),
    )
    .leftJoin('approval', 'approval.id', 't.approval_id')
    .leftJoin('plan', 'plan.id', 'approval.plan_id')
    .where(sql<boolean>`k.unit_id = ANY(${units}::uuid[])`)
  if (q !== '')
    found = found.where((where) => where.or([where(title, 'like', like(q)), where(documentNumber, 'like', like(q))]))
  if (bookId !== undefined) found = found.where('t.book_id', '=', bookId)
  if (numberState !== undefined) found = found.where(state, '=', numberState)
  return found
}

const inOrder = (found: ReturnType<typeof numbers>) =>
  found
    .select(['t.book_id', 't.number', 't.at', 't.approval_id', 'b.reason', 'i.issued_on', 'p.issued_on as paper_on'])
    .select([documentNumber.as('documentNumber'), state.as('state'), title.as('title')])
    .orderBy('k.year', 'desc')
    .orderBy('k.code')
    .orderBy('t.number', 'desc')

type Loaded = Awaited<ReturnType<ReturnType<typeof inOrder>['execute']>>[number]

const rowOf = (row: Loaded): Row => ({
  bookId: row.book_id,
  number: row.number,
  documentNumber: row.documentNumber,
  title: row.title,
  state: row.state,
  takenOn: dayOf(row.at),
  issuedOn: row.issued_on ?? row.paper_on,
  reason: row.reason,
  approvalId: row.approval_id,
})

export const listedNumbers = async (
  db: Reader,
  posts: readonly HeldPost[],
  { page, size, ...narrowed }: QueryOf<typeof listNumbers>,
): Promise<ReplyOf<typeof listNumbers>> => {
  const found = numbers(db, posts, narrowed)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await inOrder(found)
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total: Number(total), rows: rows.map(rowOf) }
}

const words = { reserved: '已预留', drawn: '已编号', issued: '已印发', burned: '已作废' } as const

const columns: readonly TableColumn[] = [
  { key: 'documentNumber', header: '发文字号', width: 24, kind: 'text' },
  { key: 'title', header: '标题', width: 50, kind: 'text' },
  { key: 'state', header: '状态', width: 10, kind: 'text' },
  { key: 'takenOn', header: '取号日期', width: 14, kind: 'date' },
  { key: 'issuedOn', header: '印发日期', width: 14, kind: 'date' },
  { key: 'reason', header: '作废原因', width: 36, kind: 'text' },
]

const cells = ({ state: at, issuedOn, reason, documentNumber: number, title: name, takenOn }: Row): TableValues => ({
  documentNumber: number,
  title: name,
  state: words[at],
  takenOn,
  issuedOn: issuedOn ?? undefined,
  reason: reason ?? undefined,
})

export const numbersFile = async (
  db: Reader,
  posts: readonly HeldPost[],
  narrowed: Narrowed,
  asking: Asking,
): Promise<Result<FileReply, Refusal>> => {
  const { bookId, numberState } = narrowed
  const book =
    bookId === undefined
      ? undefined
      : await db.selectFrom('number_book').select(['code', 'year']).where('id', '=', bookId).executeTakeFirst()
  const { total } = await listedNumbers(db, posts, { page: 1, size: 1 })
  const list = {
    title: '发文登记簿',
    columns,
    rows: rowStream<Loaded, TableValues>(db, inOrder(numbers(db, posts, narrowed)), (rows) =>
      rows.map((row) => cells(rowOf(row))),
    ),
    narrowing: [
      ['发文字号或标题', narrowed.q],
      ['登记簿', bookId && (book ? `${book.code}〔${book.year}〕` : '无此登记簿')],
      ['状态', numberState && words[numberState]],
    ] as const,
    inSight: total,
    scope: '其他单位的发文登记簿',
  }
  return ok(listFile('发文登记簿', list, asking))
}
