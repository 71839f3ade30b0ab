import { postKinds } from '@quanheng/domain/ability/posts'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, paged, paging, reason } from './shapes.ts'

const author = z.object({ personId: id, name: z.string(), post: z.enum(postKinds), unitName: z.string() })

/** One use of a file; what the caller may not open says only whose it is and for which year. */
const use = z.object({
  evidenceId: id.nullable(),
  digest,
  name: z.string().nullable(),
  mediaType: z.string().nullable(),
  unitName: z.string(),
  year: z.int(),
  planTitle: z.string().nullable(),
  leafName: z.string().nullable(),
  effectiveOn: day.nullable(),
  receivedOn: day.nullable(),
})

export const listLikenesses = query({
  id: 'likeness.list',
  method: 'GET',
  path: '/api/likenesses',
  ability: 'likeness.read',
  summary:
    'Files used by several bodies or years (雷同材料): equal ones, and pictures that are one; for a person to look at',
  query: paging.extend({ state: z.enum(['open', 'settled']).optional(), q: z.string().max(100).optional() }),
  reply: paged(
    z.object({
      first: digest,
      second: digest,
      kind: z.enum(['file', 'picture']),
      /** How far the pictures agree, 0 to 1; null for equal files. */
      agreement: z.string().nullable(),
      uses: z.array(use),
      review: z.object({ by: author, at: z.string(), reason: z.string() }).nullable(),
      maySettle: z.boolean(),
    }),
  ),
  errors: [],
})

export const settleLikeness = command({
  id: 'likeness.settle',
  method: 'POST',
  path: '/api/likenesses/settled',
  ability: 'likeness.settle',
  act: '核实雷同材料',
  summary: 'Say that alike files were looked into, and why they stand; no score follows from it',
  body: z.object({
    first: digest,
    second: digest,
    /** How many uses were seen: one more opens the question again. */
    seen: z.int().min(1),
    reason,
  }),
  reply: z.object({ id }),
  errors: ['likeness.changed', 'likeness.own', 'likeness.settled'],
})
