import { letterheadKinds } from '@quanheng/domain/approval/letterhead'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, id, inTableFormat, line, paged, paging, reason, version } from './shapes.ts'

/** 发文登记簿 and 发文机关标志 of a unit: every number ever taken, with what became of it; letterheads with their 机关代字. */

export const numberStates = ['reserved', 'drawn', 'issued', 'burned'] as const

const narrowed = z.object({
  q: z.string().max(100).optional(),
  bookId: id.optional(),
  numberState: z.enum(numberStates).optional(),
})

const book = z.object({
  id,
  unitName: z.string(),
  code: z.string(),
  year: z.int(),
  next: z.string(),
  taken: z.array(
    z.object({ number: z.int(), documentNumber: z.string(), title: z.string(), burned: z.string().nullable() }),
  ),
})

export const listBooks = query({
  id: 'numberBook.list',
  method: 'GET',
  path: '/api/number-books',
  ability: 'approval.drawNumber',
  summary: '发文登记簿 of my units',
  reply: z.object({ rows: z.array(book) }),
  errors: [],
})

export const openBook = command({
  id: 'numberBook.open',
  method: 'POST',
  path: '/api/number-books',
  ability: 'approval.drawNumber',
  act: '设立发文登记簿',
  summary: 'Open a number book of my unit for one 机关代字 and year',
  body: z.object({ code: line(20), year: z.int().min(2000).max(2100) }),
  reply: z.object({ bookId: id }),
  errors: ['approval.numberMalformed', 'numberBook.exists'],
})

const one = z.object({ bookId: id, number: z.coerce.number().int().min(1).max(99_999) })

const entry = z.object({
  bookId: id,
  number: z.int(),
  documentNumber: z.string(),
  /** Of the paper; empty where its plan is gone. */
  title: z.string(),
  state: z.enum(numberStates),
  takenOn: day,
  issuedOn: day.nullable(),
  /** Why it was burned. */
  reason: z.string().nullable(),
  approvalId: id.nullable(),
})

export const listNumbers = query({
  id: 'numberBook.numbers',
  method: 'GET',
  path: '/api/number-books/numbers',
  ability: 'approval.drawNumber',
  summary: 'Numbers of my units’ books, the latest first, burned ones included',
  query: paging.extend(narrowed.shape),
  reply: paged(entry),
  errors: [],
})

export const numbersXlsx = query({
  id: 'numberBook.xlsx',
  method: 'GET',
  path: '/api/number-books/numbers.xlsx',
  ability: 'approval.drawNumber',
  summary: '发文登记簿 as a workbook, as filtered',
  query: narrowed.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

const taken = { reply: z.object({ version, documentNumber: z.string() }) } as const

export const reserveNumber = command({
  ...taken,
  id: 'numberBook.reserve',
  method: 'POST',
  path: '/api/number-books/:bookId/numbers',
  ability: 'approval.drawNumber',
  act: '预留文号',
  summary: 'Take the next number for a paper made outside the platform; two at once get two numbers',
  params: z.object({ bookId: id }),
  body: z.object({ title: line(200) }),
  errors: ['approval.bookGap', 'numberBook.titleMissing'],
})

const ofReserved = ['numberBook.noSuchNumber', 'numberBook.ofApproval', 'numberBook.burned'] as const

export const issueNumber = command({
  ...taken,
  id: 'numberBook.issue',
  method: 'POST',
  path: '/api/number-books/:bookId/numbers/:number/issue',
  ability: 'approval.drawNumber',
  act: '登记文号印发',
  summary: 'The paper of a reserved number went out',
  params: one,
  body: z.object({ issuedOn: day }),
  errors: [...ofReserved, 'numberBook.issued', 'numberBook.inFuture'],
})

export const burnNumber = command({
  ...taken,
  id: 'numberBook.burn',
  method: 'POST',
  path: '/api/number-books/:bookId/numbers/:number/burn',
  ability: 'approval.drawNumber',
  act: '作废文号',
  summary: 'No paper carries a reserved number any more: it stays in the book with the reason',
  params: one,
  body: z.object({ reason }),
  errors: [...ofReserved, 'numberBook.reasonMissing'],
})

const head = {
  organ: line(60),
  /** 文件, 会议纪要; empty where the organ stands alone. */
  word: z.string().trim().max(20),
  organCode: line(20),
  kinds: z.array(z.enum(letterheadKinds)).max(letterheadKinds.length),
} as const

export const listLetterheads = query({
  id: 'letterhead.list',
  method: 'GET',
  path: '/api/letterheads',
  ability: 'approval.drawNumber',
  summary: '发文机关标志 of my units, those given up last',
  reply: z.object({
    rows: z.array(z.object({ ...head, id, unitName: z.string(), active: z.boolean(), version })),
  }),
  errors: [],
})

const refused = [
  'approval.numberMalformed',
  'letterhead.organMissing',
  'letterhead.kindsMissing',
  'letterhead.exists',
] as const

export const addLetterhead = command({
  id: 'letterhead.add',
  method: 'POST',
  path: '/api/letterheads',
  ability: 'approval.drawNumber',
  act: '设立发文机关标志',
  summary: 'A letterhead of my unit with its 机关代字 and the kinds of paper it is for',
  body: z.object(head),
  reply: z.object({ letterheadId: id }),
  errors: refused,
})

export const changeLetterhead = command({
  id: 'letterhead.change',
  method: 'PUT',
  path: '/api/letterheads/:letterheadId',
  ability: 'approval.drawNumber',
  act: '变更发文机关标志',
  summary: 'Change a letterhead, or give it up; papers that were issued keep the one they had',
  params: z.object({ letterheadId: id }),
  body: z.object({ ...head, active: z.boolean(), version }),
  reply: z.object({ version }),
  errors: refused,
})
