import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inTableFormat, line, text, version } from './shapes.ts'

/** After the superior’s appraisal: what we gave ourselves beside what the superior gave (沈8 附件2 三). */

const one = z.object({ superiorPlanId: id })
const done = z.object({ version })
const scores = z.array(z.object({ indicatorKey: line(100), score: text(60), words: text(1_000) })).max(500)

export const showComparison = query({
  id: 'superiorPlan.comparison',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/comparison',
  ability: 'superiorPlan.read',
  summary: 'Own and real score of each indicator, and by how much each lead was too hopeful',
  params: one,
  reply: z.object({
    rows: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        fullMark: z.string(),
        self: z.string(),
        selfWords: z.string(),
        real: z.string(),
        realWords: z.string(),
        difference: z.string(),
        unitName: z.string(),
        sectionName: z.string(),
      }),
    ),
    leads: z.array(
      z.object({
        unitName: z.string(),
        sectionName: z.string(),
        count: z.int(),
        self: z.string(),
        real: z.string(),
        difference: z.string(),
        /** Percent of full marks. */
        optimism: z.string(),
      }),
    ),
    verdict: z.object({ on: day, number: z.string(), scanDigest: digest.nullable() }).nullable(),
  }),
  errors: [],
})

export const exportComparison = query({
  id: 'superiorPlan.exportComparison',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/comparison/table',
  ability: 'superiorPlan.read',
  summary: '自评与上级评定对照表 as .xlsx or .csv',
  params: one,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

const figures = [
  'quantity.empty',
  'quantity.tooLong',
  'quantity.exponent',
  'quantity.grouping',
  'quantity.percent',
  'quantity.notANumber',
  'superiorPlan.scoreNegative',
  'superiorPlan.indicatorUnknown',
] as const

export const registerSelfScores = command({
  id: 'superiorPlan.selfScore',
  method: 'PUT',
  path: '/api/superior-plans/:superiorPlanId/self-scores',
  ability: 'superiorPlan.selfScore',
  act: '登记上级考评自评得分',
  summary: 'What we give ourselves for each indicator before the superior says',
  params: one,
  body: z.object({ version, scores }),
  reply: done,
  errors: ['superiorPlan.notNow', ...figures],
})

export const registerVerdict = command({
  id: 'superiorPlan.registerVerdict',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/verdict',
  ability: 'superiorPlan.registerVerdict',
  act: '登记上级评定',
  summary:
    'What the superior gave for each indicator, with the scan of its paper; registered again where it was corrected',
  params: one,
  body: z.object({ version, on: day, number: text(100), scanDigest: digest, scores }),
  reply: done,
  errors: [
    'superiorPlan.notNow',
    'superiorPlan.verdictInFuture',
    'superiorPlan.verdictMissing',
    'upload.notFound',
    ...figures,
  ],
})
