import { z } from 'zod'
import { datumValue, release } from './datum.ts'
import { query } from './route.ts'
import { day, id } from './shapes.ts'

/** A figure that the body has stood behind elsewhere: offered instead of asked again (一数一源). */
const held = z.object({
  datumId: id,
  planTitle: z.string(),
  period: z.string(),
  value: datumValue,
  release,
  asOf: day,
  /** The cut-off of the figure asked for is not before the day up to which this one counts. */
  inTime: z.boolean(),
})

export const heldFigures = query({
  id: 'datum.held',
  method: 'GET',
  path: '/api/data/:datumId/held',
  ability: 'datum.report',
  summary:
    'Confirmed figures of the same name, unit of measure and body in other plans, of the same period first, then newest',
  params: z.object({ datumId: id }),
  reply: z.object({ figures: z.array(held) }),
  errors: [],
})
