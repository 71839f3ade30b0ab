import { postKinds } from '@quanheng/domain/ability/posts'
import { adjustmentGrounds } from '@quanheng/domain/decision/model'
import type { Deduction } from '@quanheng/domain/item/model'
import { freezePurposes, resultStates } from '@quanheng/domain/result/model'
import type { RunCite } from '@quanheng/domain/result/run-content'
import type { Trace } from '@quanheng/domain/rule/outcome'
import { z } from 'zod'
import { command, query } from './route.ts'
import { basis } from './rule.ts'
import { day, digest, id, inTableFormat, paged, paging, reason, version } from './shapes.ts'

/** Aggregation (C-4.4, B-7): runs, locked versions (锁定版), the score table, totals and ranks after the freeze. */

const plan = z.object({ planId: id })
const one = z.object({ resultId: id })
const purpose = z.enum(freezePurposes)
const state = z.enum(resultStates)
const nullable = z.string().nullable()

export const person = z.object({ name: z.string(), post: z.enum(postKinds), unitName: z.string() })

const planRow = z.object({
  id,
  kind: z.enum(['appraisalPlan', 'indicatorPlan']),
  year: z.int(),
  title: z.string(),
  ownerName: z.string(),
})

/** A locked version and what became of it. */
const frozenResult = z.object({
  id,
  purpose,
  state,
  runDigest: digest,
  frozenBy: person,
  frozenAt: z.iso.datetime(),
  issue: z.object({ documentNumber: z.string(), issuedOn: day }).nullable(),
  voiding: z.object({ by: person, at: z.iso.datetime(), cause: z.string() }).nullable(),
  version,
})

export const listResults = query({
  id: 'result.list',
  method: 'GET',
  path: '/api/results',
  ability: 'result.read',
  summary: 'Issued plans whose results my posts may see, newest year first, with the locked version that stands',
  reply: z.object({
    rows: z.array(planRow.extend({ result: frozenResult.pick({ id: true, state: true, runDigest: true }).nullable() })),
  }),
  errors: [],
})

/** What keeps the run from being locked: which sheet, item or lead unit, and who owes it. */
const blocker = z.object({
  code: z.string(),
  params: z.record(z.string(), z.string()),
  /** The object at fault in words: an indicator, an indicator and a unit, a lead unit. */
  what: z.string(),
  sheetId: id.nullable(),
  people: z.array(person),
})

const unregistered = z.array(z.enum(['credits', 'veto']))

export const showResults = query({
  id: 'result.ofPlan',
  method: 'GET',
  path: '/api/plans/:planId/results',
  ability: 'result.read',
  summary: 'Where the aggregation of a plan stands: what is missing and who owes it, and every locked version',
  params: plan,
  reply: planRow.extend({
    purpose,
    /** Digest that a run over the present data would have; null while something is missing. */
    presentDigest: digest.nullable(),
    /** That run has been made. */
    computed: z.boolean(),
    blockers: z.array(blocker),
    progress: z.object({ done: z.int(), all: z.int() }),
    /** What the plan foresees beside its indicators and nobody has entered: a lock is without it. */
    unregistered,
    results: z.array(frozenResult),
    /** 与会议所见不同: of the newest locked version that stands, what the present data would not give any more; null where all is as seen. */
    moved: z
      .object({
        resultId: id,
        count: z.int(),
        /** The first of them; none for whoever may not see totals. */
        figures: z.array(
          z.object({ what: z.string(), unit: z.string(), seen: z.string().nullable(), now: z.string().nullable() }),
        ),
      })
      .nullable(),
    may: z.array(z.enum(['compute', 'freeze', 'void', 'totals', 'robustness'])),
  }),
  errors: [],
})

export const computeRun = command({
  id: 'run.compute',
  method: 'POST',
  path: '/api/plans/:planId/runs',
  ability: 'run.compute',
  act: '汇总计算',
  summary: 'Compute over the signed sheets, or over the registered reports; the run is kept under its digest',
  params: plan,
  reply: z.object({ runDigest: digest }),
  errors: ['freeze.nothingScored', 'freeze.sheetNotFinal', 'freeze.itemUncovered', 'freeze.reportsOwed'],
})

export const freezeResult = command({
  id: 'result.freeze',
  method: 'POST',
  path: '/api/plans/:planId/results',
  ability: 'result.freeze',
  act: '锁定结果',
  milestone: true,
  summary: 'Lock a run: papers, approvals and packages cite it from now on',
  stepUp: true,
  params: plan,
  body: z.object({ runDigest: digest }),
  reply: z.object({ resultId: id, runDigest: digest }),
  errors: [
    'freeze.nothingScored',
    'freeze.sheetNotFinal',
    'freeze.itemUncovered',
    'freeze.reportsOwed',
    'freeze.runStale',
    'freeze.alreadyFrozen',
    'remark.unanswered',
    'feedback.notOpened',
    'feedback.running',
    'feedback.unanswered',
  ],
})

export const voidResult = command({
  id: 'result.void',
  method: 'POST',
  path: '/api/results/:resultId/void',
  ability: 'result.void',
  act: '作废锁定版',
  milestone: true,
  summary: 'Void a locked version that was not issued; the paper over it falls with it',
  stepUp: true,
  params: one,
  body: z.object({ version, cause: reason }),
  reply: z.object({ version }),
  errors: ['result.notNow', 'result.notYours', 'result.causeMissing'],
})

export const deduction = z.object({ points: z.string(), reason: z.string(), basis }) satisfies z.ZodType<Deduction>

const scoreRow = z.object({
  /** Leads to `item.why`; null in a run for totals. */
  itemId: id.nullable(),
  unitId: id,
  unitName: z.string(),
  groupName: nullable,
  target: nullable,
  actual: z.string(),
  /** As printed, with the plan's places. */
  points: z.string(),
  /** Exact, as the engine made it, whatever a meeting decided since. */
  computed: z.string(),
  /** 会议核定调整: the points are those that this decision named. */
  adjustment: z
    .object({
      ground: z.enum(adjustmentGrounds),
      reason: z.string(),
      body: z.string(),
      decidedOn: z.string(),
      number: nullable,
    })
    .nullable(),
  fullMark: z.string(),
  lost: z.string(),
  deductions: z.array(deduction),
  basis: basis.nullable(),
  source: z.string(),
})

const scoreLeaf = z.object({
  key: z.string(),
  name: z.string(),
  fullMark: z.string(),
  measure: z.string(),
  rows: z.array(scoreRow),
  /** Units whose rows are not signed yet. */
  waiting: z.array(z.object({ unitId: id, unitName: z.string() })),
})

export const scoreTable = query({
  id: 'result.scores',
  method: 'GET',
  path: '/api/plans/:planId/scores',
  ability: 'result.read',
  summary: 'Score table of a lead unit’s plan from its signed sheets, or from a locked version',
  params: plan,
  query: z.object({ resultId: id.optional() }),
  reply: z.object({ runDigest: digest.nullable(), leaves: z.array(scoreLeaf) }),
  errors: [],
})

export const explainScore = query({
  id: 'result.explain',
  method: 'GET',
  path: '/api/results/:resultId/leaves/:leafKey/units/:unitId',
  ability: 'result.read',
  summary:
    'One score of a locked version: its trace and what it rests on; of a total, the lead unit’s report and its parts',
  params: one.extend({ leafKey: z.string().max(200), unitId: id }),
  reply: z.object({
    leaf: z.object({ key: z.string(), name: z.string(), fullMark: z.string(), measure: z.string() }),
    row: scoreRow,
    trace: z.custom<Trace>((value) => typeof value === 'object').nullable(),
    cite: z.custom<RunCite>((value) => typeof value === 'object'),
    /** The lead unit's report that the score came with, in a run for totals. */
    report: z
      .object({ id, leadUnitName: z.string(), documentNumber: z.string(), via: z.enum(['platform', 'paper']) })
      .nullable(),
    /** Its parts in the lead unit's own locked version, where that was reported by platform. */
    parts: z.array(
      z.object({
        itemId: id,
        sheetId: id.nullable(),
        leafKey: z.string(),
        name: z.string(),
        points: z.string(),
        fullMark: z.string(),
      }),
    ),
  }),
  errors: ['result.hidden'],
})

const totalRow = z.object({
  unitId: id,
  unitName: z.string(),
  rank: z.int().nullable(),
  tied: z.boolean(),
  raw: nullable,
  normalised: nullable,
  applicableFullMark: z.string(),
  /** The one that counts, as printed. */
  total: nullable,
  nodes: z.array(z.object({ key: z.string(), points: nullable, fullMark: nullable })),
  missing: z.array(z.string()),
})

export const showTotals = query({
  id: 'result.totals',
  method: 'GET',
  path: '/api/results/:resultId/totals',
  ability: 'result.read',
  summary: 'Totals and ranks in groups of a locked version; each view is written into the access trail',
  params: one,
  reply: z.object({
    planTitle: z.string(),
    runDigest: digest,
    frozenAt: z.iso.datetime(),
    counts: z.enum(['raw', 'normalised']),
    /** Components by weight. */
    weighted: z.boolean(),
    unregistered,
    ties: z.enum(['sharedSkip', 'sharedDense']),
    rankOn: z.enum(['rounded', 'unrounded']),
    rounding: z.object({
      mode: z.enum(['halfUp', 'gb8170']),
      places: z.int(),
      stage: z.enum(['item', 'level', 'total']),
    }),
    nodes: z.array(
      z.object({ key: z.string(), parentKey: nullable, name: z.string(), fullMark: z.string(), leaf: z.boolean() }),
    ),
    groups: z.array(z.object({ key: z.string(), name: z.string(), rows: z.array(totalRow) })),
  }),
  errors: ['result.hidden'],
})

export const listTotalsViews = query({
  id: 'result.totalsViews',
  method: 'GET',
  path: '/api/totals-views',
  ability: 'act.audit',
  summary: 'Who looked at totals and ranks, or was refused, the latest first, as far as my mandate goes',
  query: paging,
  reply: paged(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      person: nullable,
      planTitle: z.string(),
      runDigest: digest,
      /** 总分和名次, 驾驶舱, 等次稳健性 and 打分分析 with their workbooks, 模拟测算, 影响范围, the facts as a file. */
      look: z.enum([
        'totals',
        'cockpit',
        'robustness',
        'robustnessTable',
        'analysis',
        'analysisTable',
        'simulation',
        'impact',
        'facts',
      ]),
      shown: z.boolean(),
      address: nullable,
    }),
  ),
  errors: [],
})

const file = { method: 'GET', ability: 'result.read', params: one, reply: 'file', errors: [] } as const

export const scoresXlsx = query({
  ...file,
  id: 'result.xlsx',
  path: '/api/results/:resultId/scores.xlsx',
  summary: 'Scores of a locked version as a workbook',
  query: inTableFormat,
})

export const factsYaml = query({
  ...file,
  id: 'result.facts',
  path: '/api/results/:resultId/facts.yaml',
  summary:
    'What a locked version was computed from, as a facts file beside its plan file; each export is written into the access trail',
  errors: ['result.hidden'],
})

export const scoresJson = query({
  ...file,
  id: 'result.json',
  path: '/api/results/:resultId/scores.json',
  summary: 'The whole run as canonical JSON: what its digest is recomputed from',
})
