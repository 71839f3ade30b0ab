import { z } from 'zod'
import { command, query } from './route.ts'
import { day, line, version } from './shapes.ts'

const days = z.array(day).max(366)
const year = z.coerce.number().int().min(2000).max(2100)

export const yearCalendar = z.object({
  year: z.int(),
  off: days,
  workingWeekends: days,
  source: z.object({ documentNumber: z.string(), date: day }),
  /** `shipped`: the table that came with the release; a saved one replaces it. */
  origin: z.enum(['shipped', 'saved']),
  /** 0 while nothing has been saved for the year. */
  version: z.int().min(0),
})

export const listCalendar = query({
  id: 'calendar.list',
  method: 'GET',
  path: '/api/calendar',
  ability: 'signedIn',
  summary: 'Days off and make-up working days (调休) of every year that has a table',
  reply: z.object({ rows: z.array(yearCalendar) }),
  errors: [],
})

export const saveCalendar = command({
  id: 'calendar.save',
  method: 'PUT',
  path: '/api/calendar/:year',
  ability: 'calendar.edit',
  act: '修改节假日安排',
  summary: 'Enter or correct the table of a year, as the notice of the State Council prints it',
  params: z.object({ year }),
  body: z.object({
    off: days,
    workingWeekends: days,
    source: z.object({ documentNumber: line(100), date: day }),
    version: version.or(z.literal(0)),
  }),
  reply: z.object({ version }),
  errors: ['calendar.sourceMissing', 'calendar.notOfYear', 'calendar.twice', 'calendar.notWeekend', 'date.malformed'],
})
