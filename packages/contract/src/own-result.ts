import { z } from 'zod'
import { deduction } from './result.ts'
import { query } from './route.ts'
import { basis } from './rule.ts'
import { day, digest, id } from './shapes.ts'
import { whyReply } from './why.ts'

/** 本单位结果: what an appraised unit sees of its own scores, from the step that the plan names; never another unit's rows. */

const visibility = z.enum(['ownAfterIssue', 'ownAfterReport', 'allAfterIssue'])

const ownRow = z.object({
  planId: id,
  planKind: z.enum(['appraisalPlan', 'indicatorPlan']),
  planTitle: z.string(),
  year: z.int(),
  ownerName: z.string(),
  unitId: id,
  unitName: z.string(),
  /** What opens it: the plan's setting. */
  opens: visibility,
  open: z.boolean(),
})

export const listOwnResults = query({
  id: 'ownResult.list',
  method: 'GET',
  path: '/api/own-results',
  ability: 'ownResult.read',
  summary: 'Issued plans that appraise my units, and whether the results are open to them yet',
  reply: z.object({ rows: z.array(ownRow) }),
  errors: [],
})

const place = z.object({ planId: id, unitId: id })

const ownScore = z.object({
  /** Leads to `ownResult.why`; null in the year's result, where a lead unit's report is behind the score. */
  itemId: id.nullable(),
  leafKey: z.string(),
  name: z.string(),
  measure: z.string(),
  target: z.string().nullable(),
  actual: z.string(),
  points: z.string(),
  fullMark: z.string(),
  lost: z.string(),
  deductions: z.array(deduction),
  basis: basis.nullable(),
  source: z.string(),
  /** Points of all units on this indicator, only where the plan opens them to everybody. */
  others: z.array(z.object({ unitName: z.string(), points: z.string() })),
})

export const showOwnResult = query({
  id: 'ownResult.show',
  method: 'GET',
  path: '/api/own-results/:planId/units/:unitId',
  ability: 'ownResult.read',
  summary:
    'The scores of one of my units under a plan, once they are open; total and rank of the own unit in the year’s result',
  params: place,
  reply: ownRow.extend({
    runDigest: digest,
    issue: z.object({ documentNumber: z.string(), issuedOn: day }).nullable(),
    scores: z.array(ownScore),
    total: z
      .object({ points: z.string().nullable(), rank: z.int().nullable(), groupName: z.string().nullable() })
      .nullable(),
  }),
  errors: ['ownResult.notOpen'],
})

export const whyOwnItem = query({
  id: 'ownResult.why',
  method: 'GET',
  path: '/api/own-results/items/:itemId/why',
  ability: 'ownResult.read',
  summary: 'Why this score, for an item of my own unit whose result is open',
  params: z.object({ itemId: id }),
  reply: whyReply,
  errors: ['ownResult.notOpen', 'ownResult.moved'],
})
