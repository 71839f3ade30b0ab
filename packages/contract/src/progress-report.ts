import { milestoneLights } from '@quanheng/domain/milestone/light'
import { progressStates } from '@quanheng/domain/progress-report/model'
import { progressCommands } from '@quanheng/domain/progress-report/transitions'
import { shareRoles } from '@quanheng/domain/superior-plan/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, reason, text, version } from './shapes.ts'

/** 调度: progress of shares of the superior's plan, round by round, and what it lets us expect of the year (沈8 附件2 三). */

const ofPlan = z.object({ superiorPlanId: id })
const one = z.object({ progressReportId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const file = z.object({ digest, name: line(200) })
const period = z.string().regex(/^\d{4}-(?:\d{2}|Q[1-4])$/)
const asked = z.object({ period: period.optional() })

const row = z.object({
  shareKey: z.string(),
  indicator: z.string(),
  unitName: z.string(),
  sectionName: z.string(),
  owner: z.string(),
  target: z.string(),
  measureUnit: z.string(),
  /** Null where nothing was reported. */
  report: z
    .object({
      id,
      version,
      state: z.enum(progressStates),
      actual: z.string(),
      yearEnd: z.string(),
      words: z.string(),
      difficulties: z.string(),
      files: z.array(file),
      on: day,
      by: z.string(),
      confirmedBy: z.string().nullable(),
      /** Why it was sent back last. */
      returned: z.string(),
    })
    .nullable(),
  /** 完成率 in percent of the share’s target, two places; null where there is none. */
  rate: z.string().nullable(),
  light: z.enum(milestoneLights),
  /** Working days past the due day, negative before it; up to the report where there is one. */
  past: z.int(),
  may: z.array(z.enum(progressCommands)),
})

export const showProgress = query({
  id: 'progressReport.round',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/progress',
  ability: 'superiorPlan.read',
  summary: 'One round of progress reports, the latest that is open where none is named; to a unit its own shares',
  params: ofPlan,
  query: asked,
  reply: z.object({
    rounds: z.array(z.object({ period, end: day, due: day, reported: z.int(), confirmed: z.int(), asked: z.int() })),
    /** Null while no period is over. */
    period: period.nullable(),
    end: day.nullable(),
    due: day.nullable(),
    rows: z.array(row),
    mayUrge: z.boolean(),
    today: day,
  }),
  errors: [],
})

export const exportProgress = query({
  id: 'progressReport.export',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/progress/table',
  ability: 'superiorPlan.read',
  summary: '任务调度表 of one round as .xlsx or .csv',
  params: ofPlan,
  query: asked.extend(inTableFormat.shape),
  reply: 'file',
  errors: ['progressReport.noRound'],
})

export const progressPaper = query({
  id: 'progressReport.paper',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/progress/paper',
  ability: 'superiorPlan.read',
  summary: '任务调度表 of one round on paper',
  params: ofPlan,
  query: asked.extend(inFormat.shape),
  reply: 'file',
  errors: ['progressReport.noRound'],
})

export const progressFile = query({
  id: 'progressReport.file',
  method: 'GET',
  path: '/api/progress-reports/:progressReportId/files/:fileDigest',
  ability: 'superiorPlan.read',
  summary: 'Evidence that lies with a progress report',
  params: one.extend({ fileDigest: digest }),
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
] as const

export const reportProgress = command({
  id: 'progressReport.report',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/progress',
  ability: 'progressReport.report',
  act: '报告任务进展',
  summary: 'Whoever has a share in hand reports what was reached by the end of a period, and what the year will bring',
  params: ofPlan,
  body: z.object({
    shareKey: line(100),
    period,
    /** Of the report that is written anew; null for the first. */
    version: version.nullable(),
    actual: text(60),
    yearEnd: text(60),
    words: text(2_000),
    difficulties: text(2_000),
    files: z.array(file).max(20),
  }),
  reply: z.object({ progressReportId: id, version }),
  errors: [
    'progressReport.notNow',
    'progressReport.otherUnit',
    'progressReport.notOpen',
    'progressReport.actualMissing',
    'progressReport.wordsMissing',
    'progressReport.reportedAlready',
    'upload.notFound',
    ...figures,
  ],
})

export const confirmProgress = command({
  id: 'progressReport.confirm',
  method: 'POST',
  path: '/api/progress-reports/:progressReportId/confirmation',
  ability: 'progressReport.confirm',
  act: '确认任务进展',
  summary: 'The head of the section or unit confirms what another person reported',
  params: one,
  body: versioned,
  reply: done,
  errors: ['progressReport.notNow', 'progressReport.otherUnit', 'progressReport.samePerson'],
})

export const returnProgress = command({
  id: 'progressReport.return',
  method: 'POST',
  path: '/api/progress-reports/:progressReportId/return',
  ability: 'progressReport.return',
  act: '退回任务进展',
  summary: 'Sent back by the head of the unit or the office: why; the light runs on',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['progressReport.notNow', 'progressReport.otherUnit', 'progressReport.reasonMissing'],
})

export const urgeProgress = command({
  id: 'progressReport.urge',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/progress/urging',
  ability: 'progressReport.urge',
  act: '催办任务进展',
  summary: 'Tell whoever owes a report of this round',
  params: ofPlan,
  body: z.object({ period }),
  reply: z.object({ shares: z.int(), people: z.int() }),
  errors: ['progressReport.noRound'],
})

const range = z.object({ figure: z.tuple([z.string(), z.string()]), score: z.tuple([z.string(), z.string()]) })

export const showOutlook = query({
  id: 'superiorPlan.outlook',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/outlook',
  ability: 'superiorPlan.read',
  summary:
    'What the latest progress lets us expect of the year, indicator by indicator: by the owners and drawn on, from lowest to highest',
  params: ofPlan,
  reply: z.object({
    rows: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        fullMark: z.string(),
        target: z.string(),
        measureUnit: z.string(),
        kind: z.enum(['noFigure', 'noReport', 'outlook']),
        /** How the score follows: by the superior’s own sentence, or by the share of the target. */
        basis: z.enum(['rule', 'ratio']).nullable(),
        byOwner: range.nullable(),
        linear: range.nullable(),
        owing: z.int(),
        dataFrom: day.nullable(),
        dataTo: day.nullable(),
      }),
    ),
    total: z.object({ score: z.tuple([z.string(), z.string()]), counted: z.int(), left: z.int() }),
    today: day,
  }),
  errors: [],
})

export const exportOutlook = query({
  id: 'superiorPlan.exportOutlook',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/outlook/table',
  ability: 'superiorPlan.read',
  summary: '上级考评得分预测表 as .xlsx or .csv',
  params: ofPlan,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const showInspection = query({
  id: 'superiorPlan.inspection',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/inspection',
  ability: 'superiorPlan.read',
  summary: 'What lies with the reports for the inspectors of the superior, share by share, and what is missing',
  params: ofPlan,
  reply: z.object({
    rows: z.array(
      z.object({
        /** Of the indicator: its folder in the pack. */
        number: z.int(),
        shareKey: z.string(),
        indicator: z.string(),
        role: z.enum(shareRoles),
        unitName: z.string(),
        sectionName: z.string(),
        owner: z.string(),
        files: z.array(file.extend({ period, progressReportId: id })),
      }),
    ),
    missing: z.int(),
    mayPack: z.boolean(),
  }),
  errors: [],
})

export const exportInspection = query({
  id: 'superiorPlan.exportInspection',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/inspection/table',
  ability: 'superiorPlan.read',
  summary: '迎检资料目录 as .xlsx or .csv',
  params: ofPlan,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const packInspection = query({
  id: 'superiorPlan.packInspection',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/inspection/pack',
  ability: 'superiorPlan.read',
  summary: '迎检资料包 as .zip: numbered folders with a catalogue, for the office and the leaders',
  params: ofPlan,
  reply: 'file',
  errors: ['progressReport.packTooLarge'],
})
