import { postKinds } from '@quanheng/domain/ability/posts'
import { breachCodes } from '@quanheng/domain/organisation/separation'
import { z } from 'zod'
import { query } from './route.ts'
import { id } from './shapes.ts'

const link = z.object({
  personId: id,
  name: z.string(),
  login: z.string(),
  post: z.enum(postKinds),
  unitName: z.string(),
})

export const listBreaches = query({
  id: 'separation.list',
  method: 'GET',
  path: '/api/separation',
  ability: 'separation.read',
  summary:
    'Where one natural person could do what two must do, by which chain of posts, and sheets that no two can sign',
  reply: z.object({
    breaches: z.array(
      z.object({
        code: z.enum(breachCodes),
        first: link,
        second: link,
        sameBy: z.enum(['phone', 'mail']),
        sheetName: z.string().nullable(),
      }),
    ),
    /** Score sheets for which no two natural persons are free to sign. */
    unsignable: z.array(z.object({ sheetId: id, name: z.string(), scorerName: z.string(), planTitle: z.string() })),
    accounts: z.int(),
    sheets: z.int(),
  }),
  errors: [],
})
