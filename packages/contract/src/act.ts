import { postKinds } from '@quanheng/domain/ability/posts'
import { z } from 'zod'
import { query } from './route.ts'
import { day, id, inTableFormat, paged, paging } from './shapes.ts'

/** A value of a field in official words: text as it stands, or a member of a closed vocabulary of `messages`. */
const told = z.union([z.object({ text: z.string() }), z.object({ vocabulary: z.string(), member: z.string() })])

const head = z.object({
  id,
  /** Instant, RFC 3339. */
  at: z.string(),
  /** The business day, which in a rehearsal is the movable one. */
  day,
  /** Route that was called, e.g. `plan.issue`. */
  action: z.string(),
  /** 操作留痕 label of the route; `summary` says it in English. */
  label: z.string(),
  summary: z.string(),
  person: z.string().nullable(),
  post: z.enum(postKinds).nullable(),
  unit: z.string().nullable(),
  section: z.string().nullable(),
  /** 存证: number of its leaf in the tree; null while it is queued (待存证). */
  leaf: z.int().nullable(),
})

const actEntry = head.extend({
  reason: z.string().nullable(),
  /** What changed in this object; empty where only the head may be seen. */
  changes: z.array(z.object({ field: z.string(), before: told.nullable(), after: told.nullable() })),
})

/** 操作留痕 of one object. */
export const listActs = query({
  id: 'act.list',
  method: 'GET',
  path: '/api/acts/of/:subjectId',
  ability: 'signedIn',
  summary: 'Who did what to this object, newest first, as far as I may see the object',
  params: z.object({ subjectId: id }),
  query: paging,
  reply: paged(actEntry),
  errors: [],
})

const filters = z.object({
  from: day.optional(),
  to: day.optional(),
  /** Name of the person who acted. */
  q: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  unitId: id.optional(),
  /** Only what is, or is not yet, in the tree. */
  tree: z.enum(['in', 'queued']).optional(),
})

const auditRow = head.extend({
  /** Kinds of the objects that changed, and how many of them. */
  nouns: z.array(z.string()),
  subjects: z.int(),
  address: z.string().nullable(),
})

export const searchActs = query({
  id: 'act.search',
  method: 'GET',
  path: '/api/acts',
  ability: 'act.audit',
  summary: 'Who did what kind of act when, without its content, newest first',
  query: paging.extend(filters.shape),
  reply: paged(auditRow),
  errors: [],
})

export const exportActs = query({
  id: 'act.export',
  method: 'GET',
  path: '/api/acts.xlsx',
  ability: 'act.audit',
  summary: 'The filtered list of acts as a workbook',
  query: filters.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

export const actKinds = query({
  id: 'act.kinds',
  method: 'GET',
  path: '/api/acts/kinds',
  ability: 'act.audit',
  summary: 'The kinds of acts that have happened, for the filter, and how much of the log is in the tree',
  reply: z.object({
    kinds: z.array(z.object({ action: z.string(), label: z.string(), summary: z.string(), count: z.int() })),
    acts: z.int(),
    inTree: z.int(),
    /** Root of the tree, hexadecimal (RFC 6962). */
    root: z.string(),
  }),
  errors: [],
})
