import { z } from 'zod'
import { query } from './route.ts'
import { digest, id, inTableFormat } from './shapes.ts'

/** 等次稳健性 (B-7): what each unit's grade in a locked version hangs by. */

const nullable = z.string().nullable()

const gap = z.object({ grade: z.string(), points: z.string() }).nullable()

/** One single change that gives the unit another grade; `grade` is that one, null where it is open. */
const flip = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('item'),
    name: z.string(),
    from: z.string(),
    to: z.string(),
    change: z.string(),
    grade: nullable,
  }),
  z.object({
    kind: z.literal('arithmetic'),
    setting: z.enum(['mode', 'stage', 'rankOn', 'thresholdsOn']),
    value: z.enum(['halfUp', 'gb8170', 'item', 'level', 'total', 'rounded', 'unrounded']),
    grade: nullable,
  }),
  z.object({ kind: z.literal('weight'), name: z.string(), from: z.string(), to: z.string(), grade: nullable }),
])

const held = z.object({
  unitId: id,
  unitName: z.string(),
  rank: z.int().nullable(),
  total: nullable,
  grade: nullable,
  /** Points that it lacks of the next better grade, and that keep it from the next worse one. */
  up: gap,
  down: gap,
  /** Items first, the smallest change first. Empty: no single thing gives it another grade. */
  flips: z.array(flip),
})

const one = { method: 'GET', ability: 'result.read', params: z.object({ resultId: id }) } as const

export const showRobustness = query({
  ...one,
  id: 'result.robustness',
  path: '/api/results/:resultId/robustness',
  summary:
    'Which single item, rounding or weight would give a unit another grade, for the director of the office from a locked version; each view is written into the access trail',
  reply: z.object({
    planTitle: z.string(),
    runDigest: digest,
    frozenAt: z.iso.datetime(),
    /** False where the plan has no grades: then there are no groups. */
    graded: z.boolean(),
    groups: z.array(z.object({ key: z.string(), name: z.string(), rows: z.array(held) })),
  }),
  errors: ['result.hidden'],
})

export const robustnessXlsx = query({
  ...one,
  id: 'result.robustnessXlsx',
  path: '/api/results/:resultId/robustness.xlsx',
  summary: 'The same as a workbook, one row for each change; written into the access trail',
  query: inTableFormat,
  reply: 'file',
  errors: ['result.hidden'],
})
