import { hurries } from '@quanheng/domain/analysis/model'
import { z } from 'zod'
import { query } from './route.ts'
import { digest, id, inTableFormat } from './shapes.ts'

/** 打分分析: what people may want to look at in a locked version; nothing here changes a score. */

const nullable = z.string().nullable()

const leaf = z.object({
  leafKey: z.string(),
  name: z.string(),
  fullMark: z.string(),
  scored: z.int(),
  full: z.int(),
  none: z.int(),
  /** Mean share of the full marks in percent, rounded to one place for show. */
  mean: nullable,
  /** Two or more are scored and all have the same share. */
  alike: z.boolean(),
})

const scorer = z.object({
  key: z.string(),
  name: z.string(),
  rows: z.int(),
  full: z.int(),
  /** Median share of the full marks in percent, and how far from the other scorers' (modified z-score), to one place. */
  median: z.string(),
  z: nullable,
  lean: z.enum(['lenient', 'harsh', 'usual', 'few', 'alike']),
})

const reason = z.object({
  reason: z.string(),
  rows: z.int(),
  unitNames: z.array(z.string()),
  leafNames: z.array(z.string()),
})

const reporting = z.object({
  unitId: id,
  unitName: z.string(),
  figures: z.int(),
  onLastDay: z.int(),
  late: z.int(),
  changed: z.int(),
})

/** 截止前改动: changes in the last hours before the due day ended, beside what is usual among the other bodies. */
const hurry = z.object({
  unitId: id,
  unitName: z.string(),
  changes: z.int(),
  inLast: z.int(),
  /** Percent, to one place. */
  share: z.string(),
  hurry: z.enum(hurries),
})

/** One unit over the years whose results were decided, the latest first; null where it was not appraised. */
const trend = z.object({
  unitId: id,
  unitName: z.string(),
  years: z.array(z.object({ total: nullable, rank: z.int().nullable(), grade: nullable }).nullable()),
})

const one = { method: 'GET', ability: 'result.read', params: z.object({ resultId: id }) } as const

export const showAnalysis = query({
  ...one,
  id: 'result.analysis',
  path: '/api/results/:resultId/analysis',
  summary:
    'Indicators that separate nobody, scorers apart from the others, identical reasons, late reporting, changes in the last hours and the years side by side, for whoever sees the locked version; over totals each view is written into the access trail',
  reply: z.object({
    planTitle: z.string(),
    runDigest: digest,
    frozenAt: z.iso.datetime(),
    purpose: z.enum(['leadReport', 'totals']),
    leaves: z.array(leaf),
    scorers: z.array(scorer),
    reasons: z.array(reason),
    reporting: z.array(reporting),
    /** For the office and the group; null for everybody else. */
    hurries: z.array(hurry).nullable(),
    /** Empty in a lead unit's version, and while only this year is known. */
    years: z.array(z.int()),
    trends: z.array(trend),
  }),
  errors: ['result.hidden'],
})

export const analysisXlsx = query({
  ...one,
  id: 'result.analysisXlsx',
  path: '/api/results/:resultId/analysis.xlsx',
  summary: 'The same as a workbook, one line for each thing to look at; written into the access trail as the page is',
  query: inTableFormat,
  reply: 'file',
  errors: ['result.hidden'],
})
