import { z } from 'zod'
import { query } from './route.ts'
import { id } from './shapes.ts'

/** 考评负担: what an appraisal asks of each body, as its plans foresee it and as it turned out so far. */

const count = z.int()

const burden = z.object({
  unitId: id,
  unitName: z.string(),
  data: count,
  evidence: count,
  required: count,
  figures: count,
  repeats: count,
  files: count,
  reused: count,
  visits: count,
  minutes: count,
})

export const showBurden = query({
  id: 'burden.show',
  method: 'GET',
  path: '/api/plans/:planId/burden',
  ability: 'plan.read',
  summary:
    'What the plan, with the plans under it, asks of each body and what it took so far; one’s own until the result is issued',
  params: z.object({ planId: id }),
  reply: z.object({
    /** Plans that are counted: this one and, of a year plan, the issued ones under it. */
    plans: z.array(z.object({ planId: id, title: z.string() })),
    /** Everybody’s rows; otherwise those of the caller’s own units. */
    everybody: z.boolean(),
    rows: z.array(burden),
  }),
  errors: [],
})
