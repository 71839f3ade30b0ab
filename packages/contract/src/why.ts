import { z } from 'zod'
import { query } from './route.ts'
import { basis } from './rule.ts'
import { digest, id } from './shapes.ts'
import { scoreRow, sheetSignature } from './sheet.ts'

/** 为何得此分: one score from its sentence to its signatures. */

const plotPoint = z.object({ x: z.string(), y: z.string() })

/** Points along one figure, exact: straight between edges, and on each edge what stands in `points`; see the domain's `Curve`. */
const whyPlot = z.object({
  measure: z.string(),
  unit: z.string(),
  own: plotPoint,
  axis: z.object({ from: z.string(), to: z.string() }),
  edges: z.array(z.string()),
  stretches: z.array(z.object({ from: plotPoint, to: plotPoint })),
  points: z.array(plotPoint),
  /** Others of the group on the same leaf, as far as I may see their figures and points. */
  peers: z.array(plotPoint.extend({ unitName: z.string() })),
})

/** One score from its sentence to its signatures. */
export const whyReply = z.object({
  sheetId: id,
  row: scoreRow,
  leafName: z.string(),
  fullMark: z.string(),
  sentence: z.string(),
  /** Where in the sentence the words stand that took points: code points, end exclusive. */
  applied: z.array(z.object({ start: z.int(), end: z.int() })),
  notes: z.array(z.object({ text: z.string(), basis })),
  clause: basis,
  /** Why the unit's own task is as it is, where a 批复 changed it. */
  taskBasis: basis.nullable(),
  planTitle: z.string(),
  files: z.array(z.object({ id, name: z.string(), digest })),
  /** What the rule gives along the one figure it measures; null for rules over several figures or none. */
  plot: whyPlot.nullable(),
  signatures: z.array(sheetSignature),
})

export const whyItem = query({
  id: 'item.why',
  method: 'GET',
  path: '/api/items/:itemId/why',
  ability: 'sheet.read',
  summary: 'Why this score: sentence, clause, arithmetic, data with source, period and cut-off, evidence, signatures',
  params: z.object({ itemId: id }),
  reply: whyReply,
  errors: [],
})
