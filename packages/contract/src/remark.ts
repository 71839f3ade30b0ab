import { postKinds } from '@quanheng/domain/ability/posts'
import { remarkAnswers, remarkStates, remarkSubjects } from '@quanheng/domain/remark/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { id, paged, paging, version, words } from './shapes.ts'

/** 监督意见 of observers, each answered by name before the plan's results are locked or numbered. */

const author = z.object({ name: z.string(), post: z.enum(postKinds), unitName: z.string(), at: z.iso.datetime() })

const row = z.object({
  id,
  version,
  planId: id,
  planTitle: z.string(),
  noun: z.enum(remarkSubjects),
  /** What it is about, by name. */
  subject: z.string(),
  /** The page of that; null where it is about the year. */
  link: z.string().nullable(),
  words: z.string(),
  by: author,
  state: z.enum(remarkStates),
  answer: author.extend({ kind: z.enum(remarkAnswers), words: z.string() }).nullable(),
  /** One of my posts may answer it. */
  mine: z.boolean(),
})

export const listRemarks = query({
  id: 'remark.list',
  method: 'GET',
  path: '/api/remarks',
  ability: 'remark.read',
  summary: 'Remarks of observers about the plans that the caller supervises or answers for, the open ones first',
  query: paging.extend({ state: z.enum(remarkStates).optional(), planId: id.optional() }),
  reply: paged(row),
  errors: [],
})

export const remarkSubjectsOf = query({
  id: 'remark.subjects',
  method: 'GET',
  path: '/api/plans/:planId/remark-subjects',
  ability: 'remark.file',
  summary: 'What a remark about a plan may be about: its sheets, and draws made on them',
  params: z.object({ planId: id }),
  reply: z.object({
    sheets: z.array(z.object({ sheetId: id, name: z.string() })),
    draws: z.array(z.object({ drawId: id, name: z.string() })),
  }),
  errors: [],
})

export const remarkItemsOf = query({
  id: 'remark.items',
  method: 'GET',
  path: '/api/sheets/:sheetId/remark-items',
  ability: 'remark.file',
  summary: 'The units of a sheet, each by its item',
  params: z.object({ sheetId: id }),
  reply: z.object({ items: z.array(z.object({ itemId: id, unitName: z.string() })) }),
  errors: [],
})

export const fileRemark = command({
  id: 'remark.file',
  method: 'POST',
  path: '/api/plans/:planId/remarks',
  ability: 'remark.file',
  act: '提出监督意见',
  summary: 'An observer says something about a draw, a sheet, a unit’s item or the whole year',
  params: z.object({ planId: id }),
  body: z.object({
    subject: z.discriminatedUnion('noun', [
      z.object({ noun: z.literal('year') }),
      z.object({ noun: z.literal('sheet'), sheetId: id }),
      z.object({ noun: z.literal('item'), itemId: id }),
      z.object({ noun: z.literal('draw'), drawId: id }),
    ]),
    words: words.max(2000),
  }),
  reply: z.object({ remarkId: id }),
  errors: ['remark.wordsMissing'],
})

export const answerRemark = command({
  id: 'remark.answer',
  method: 'POST',
  path: '/api/remarks/:remarkId/answer',
  ability: 'remark.answer',
  act: '答复监督意见',
  summary: 'Accepted, partly, or declined, always in words and by name',
  params: z.object({ remarkId: id }),
  body: z.object({ version, kind: z.enum(remarkAnswers), words: words.max(2000) }),
  reply: z.object({ version }),
  errors: ['remark.wordsMissing', 'remark.alreadyAnswered', 'remark.samePerson', 'platform.stale'],
})
