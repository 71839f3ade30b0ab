import { z } from 'zod'
import { command, query } from './route.ts'
import { digest, inTableFormat } from './shapes.ts'

// A template is downloaded, filled in, checked, and registered as one act: all lines or none.

const unitTables = z.object({ table: z.enum(['units', 'sections']) })
const peopleTables = z.object({ table: z.enum(['people', 'posts']) })

/** What an uploaded table holds, line by line, and everything wrong with it. */
export const checkedTable = z.object({
  rows: z.int(),
  columns: z.array(z.object({ key: z.string(), header: z.string() })),
  /** The first lines as they were read. */
  sample: z.array(z.object({ row: z.int(), texts: z.record(z.string(), z.string()) })),
  faults: z.array(
    z.object({ cell: z.string().nullable(), code: z.string(), params: z.record(z.string(), z.string()) }),
  ),
})

export const unitTemplate = query({
  id: 'unit.template',
  method: 'GET',
  path: '/api/units/tables/:table',
  ability: 'unit.manage',
  summary: 'Template of units or sections as a workbook',
  params: unitTables,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const checkUnitTable = query({
  id: 'unit.checkTable',
  method: 'POST',
  path: '/api/units/tables/:table/check',
  ability: 'unit.manage',
  summary: 'Read an uploaded table of units or sections; saves nothing',
  params: unitTables,
  body: z.object({ digest }),
  reply: checkedTable,
  errors: ['upload.notFound'],
})

export const markUnitTable = query({
  id: 'unit.markTable',
  method: 'POST',
  path: '/api/units/tables/:table/marked',
  ability: 'unit.manage',
  summary: 'The uploaded workbook with its wrong cells marked',
  params: unitTables,
  body: z.object({ digest }),
  reply: 'file',
  errors: ['upload.notFound'],
})

export const importUnitTable = command({
  id: 'unit.importTable',
  method: 'POST',
  path: '/api/units/tables/:table/import',
  ability: 'unit.manage',
  act: '批量登记单位、科室',
  summary: 'Register all units or sections of an uploaded table, or none',
  params: unitTables,
  body: z.object({ digest }),
  reply: z.object({ count: z.int() }),
  errors: ['upload.notFound', 'organisation.tableFaults'],
})

export const peopleTemplate = query({
  id: 'person.template',
  method: 'GET',
  path: '/api/people/tables/:table',
  ability: 'person.manage',
  summary: 'Template of people or posts as a workbook',
  params: peopleTables,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const checkPeopleTable = query({
  id: 'person.checkTable',
  method: 'POST',
  path: '/api/people/tables/:table/check',
  ability: 'person.manage',
  summary: 'Read an uploaded table of people or posts; saves nothing',
  params: peopleTables,
  body: z.object({ digest }),
  reply: checkedTable,
  errors: ['upload.notFound'],
})

export const markPeopleTable = query({
  id: 'person.markTable',
  method: 'POST',
  path: '/api/people/tables/:table/marked',
  ability: 'person.manage',
  summary: 'The uploaded workbook with its wrong cells marked',
  params: peopleTables,
  body: z.object({ digest }),
  reply: 'file',
  errors: ['upload.notFound'],
})

export const importPeopleTable = command({
  id: 'person.importTable',
  method: 'POST',
  path: '/api/people/tables/:table/import',
  ability: 'person.manage',
  act: '批量登记人员、任职',
  summary: 'Register all people or posts of an uploaded table, or none',
  params: peopleTables,
  body: z.object({ digest }),
  reply: z.object({ count: z.int() }),
  errors: ['upload.notFound', 'organisation.tableFaults', 'post.breaksSeparation'],
})
