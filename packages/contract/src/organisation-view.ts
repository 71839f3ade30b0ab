import { administratorPosts } from '@quanheng/domain/ability/posts'
import { z } from 'zod'
import { personFilters, unitFilters } from './organisation.ts'
import { query } from './route.ts'
import { id, inTableFormat } from './shapes.ts'

export const exportUnits = query({
  id: 'unit.export',
  method: 'GET',
  path: '/api/units.xlsx',
  ability: 'signedIn',
  summary: 'The filtered units with their sections as a workbook',
  query: unitFilters.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

export const exportPeople = query({
  id: 'person.export',
  method: 'GET',
  path: '/api/people.xlsx',
  ability: 'person.manage',
  summary: 'The filtered people with their posts as a workbook',
  query: personFilters.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

/** Which of the three administrators (三员) is there, and whether they have set a password yet. */
export const administrators = query({
  id: 'person.administrators',
  method: 'GET',
  path: '/api/administrators',
  ability: 'person.manage',
  summary: 'Who holds the three administrator posts today',
  reply: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(administratorPosts),
        holders: z.array(z.object({ personId: id, name: z.string(), hasPassword: z.boolean() })),
      }),
    ),
  }),
  errors: [],
})
