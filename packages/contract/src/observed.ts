import { postKinds } from '@quanheng/domain/ability/posts'
import { remarkStates } from '@quanheng/domain/remark/model'
import { z } from 'zod'
import { query } from './route.ts'
import { day, id, inTableFormat, paged, paging } from './shapes.ts'

/**
 * What an observer looks at first: figures reported or opened after their due day, scores that moved after a visit, signatures
 * given again, sheets of substitutes, 代录, what was registered from paper, what a meeting adjusted, what observers remarked, and objections
 * to published scores.
 */
export const observedKinds = [
  'afterDue',
  'afterVisit',
  'signedAgain',
  'recusal',
  'onBehalf',
  'onPaper',
  'adjusted',
  'remark',
  'objection',
] as const

const filters = z.object({
  kind: z.enum(observedKinds).optional(),
  /** Name of the person who acted, or part of what it concerns. */
  q: z.string().max(100).optional(),
  from: day.optional(),
  to: day.optional(),
})

export const listObserved = query({
  id: 'observed.list',
  method: 'GET',
  path: '/api/observed',
  ability: 'observed.read',
  summary: 'What an observer looks at first, over the plans of the mandate, the latest first',
  query: paging.extend(filters.shape),
  reply: paged(
    z.object({
      id: z.string(),
      kind: z.enum(observedKinds),
      at: z.iso.datetime(),
      person: z.string().nullable(),
      post: z.enum(postKinds).nullable(),
      unit: z.string().nullable(),
      planId: id,
      planTitle: z.string(),
      /** What it concerns; its history is that of `subjectId`. */
      noun: z.enum(['datum', 'sheet', 'approval', 'leadReport', 'remark', 'objection']),
      subjectId: id,
      subject: z.string(),
      /** Reason or cause as given. */
      note: z.string().nullable(),
      /** Of a remark only, and the body that still owes its answer. */
      remarkState: z.enum(remarkStates).nullable(),
      owes: z.string().nullable(),
    }),
  ),
  errors: [],
})

export const exportObserved = query({
  id: 'observed.export',
  method: 'GET',
  path: '/api/observed.xlsx',
  ability: 'observed.read',
  summary: 'The filtered list as a workbook',
  query: filters.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})
