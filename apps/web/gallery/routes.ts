import { command, query } from '@quanheng/contract/route'
import { none, paged, paging, sort } from '@quanheng/contract/shapes'
import { z } from 'zod'

const filters = {
  name: z.string().optional(),
  state: z.string().optional(),
  from: z.string().optional(),
  sort,
}

export const listUnits = query({
  id: 'gallery.list',
  method: 'GET',
  path: '/api/gallery/rows',
  ability: 'signedIn',
  summary: 'Rows of the gallery',
  query: paging.extend(filters),
  reply: paged(
    z.object({
      id: z.string(),
      unit: z.string(),
      group: z.string(),
      full: z.string(),
      target: z.string(),
      actual: z.string().nullable(),
      rate: z.string().nullable(),
      points: z.string().nullable(),
      lost: z.string().nullable(),
      state: z.enum(['open', 'sent', 'back', 'late', 'done']),
      note: z.string(),
    }),
  ).extend({ sum: z.object({ full: z.string(), points: z.string(), lost: z.string() }) }),
  errors: [],
})

export const exportUnits = query({
  id: 'gallery.export',
  method: 'GET',
  path: '/api/gallery/rows.xlsx',
  ability: 'signedIn',
  summary: 'The rows as a workbook',
  query: z.object(filters),
  reply: 'file',
  errors: [],
})

export const signSheet = command({
  id: 'gallery.sign',
  method: 'POST',
  path: '/api/gallery/sign',
  ability: 'signedIn',
  summary: 'A weighty act of the gallery',
  act: '签字',
  stepUp: true,
  body: z.object({ reason: z.string() }),
  reply: none,
  errors: [],
})
