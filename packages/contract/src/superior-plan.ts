import { breakdownFaultCodes } from '@quanheng/domain/superior-plan/breakdown'
import { sharePosts, shareRoles, sharings, superiorPlanStates } from '@quanheng/domain/superior-plan/model'
import { cadences, longestWait } from '@quanheng/domain/superior-plan/rounds'
import { superiorPlanCommands } from '@quanheng/domain/superior-plan/transitions'
import { z } from 'zod'
import { checkedTable } from './organisation-table.ts'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 上级考评方案: registered, divided over units and sections, issued to them, revised with reasons (沈8 附件2 三). */

const one = z.object({ superiorPlanId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const file = z.object({ digest, name: line(200) })
const state = z.enum(superiorPlanStates)
/** Empty: none is said. */
const dayOrNone = z.union([day, z.literal('')])

const document = z.object({
  title: text(300),
  number: text(100),
  issuer: text(100),
  files: z.array(file).max(20),
})

const year = z.int().min(2000).max(2100)

const indicatorFields = {
  name: text(200),
  fullMark: text(60),
  target: text(60),
  measureUnit: text(20),
  task: text(2_000),
  sentence: text(2_000),
  sharing: z.enum(sharings),
  due: dayOrNone,
}

const shareFields = {
  indicatorKey: line(100),
  role: z.enum(shareRoles),
  unitId: id,
  sectionId: id.nullable(),
  target: text(60),
  marks: text(60),
  post: z.enum(sharePosts),
  ownerName: text(60),
  due: dayOrNone,
  basis: text(500),
}

const calendar = z.object({ cadence: z.enum(cadences), workingDay: z.int().min(1).max(longestWait), from: day })

const row = z.object({
  id,
  version,
  year: z.int(),
  title: z.string(),
  number: z.string(),
  issuer: z.string(),
  state,
  indicators: z.int(),
  /** Units that bear something. */
  units: z.int(),
  /** Of the breakdown in force; null before the first. */
  issuedNumber: z.int().nullable(),
  issuedOn: day.nullable(),
  mine: z.boolean(),
})

export const listSuperiorPlans = query({
  id: 'superiorPlan.list',
  method: 'GET',
  path: '/api/superior-plans',
  ability: 'superiorPlan.read',
  summary: 'Plans of the superior in sight, the latest year first',
  query: paging,
  reply: paged(row),
  errors: [],
})

export const showSuperiorPlan = query({
  id: 'superiorPlan.show',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId',
  ability: 'superiorPlan.read',
  summary:
    'One plan of the superior: its indicators, how each is divided, what is wrong with the breakdown; to a unit the breakdown in force, as far as it bears something',
  params: one,
  reply: row.extend({
    files: z.array(file),
    unitName: z.string(),
    /** Null until the office sets it. */
    calendar: calendar.nullable(),
    lines: z.array(
      z.object({
        key: z.string(),
        ...indicatorFields,
        shares: z.array(z.object({ key: z.string(), ...shareFields, unitName: z.string(), sectionName: z.string() })),
        /** 分解合计 of targets and marks. */
        sums: z.object({ target: z.string(), marks: z.string() }),
      }),
    ),
    faults: z.array(
      z.object({
        code: z.enum(breakdownFaultCodes),
        indicatorKey: z.string(),
        params: z.record(z.string(), z.string()),
      }),
    ),
    versions: z.array(z.object({ number: z.int(), on: day, by: z.string(), reason: z.string(), title: z.string() })),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...superiorPlanCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    may: z.array(z.enum(superiorPlanCommands)),
    next: z
      .object({ command: z.enum(superiorPlanCommands), people: z.array(z.string()), unitName: z.string() })
      .nullable(),
    today: day,
  }),
  errors: [],
})

export const superiorPlanFile = query({
  id: 'superiorPlan.file',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/files/:fileDigest',
  ability: 'superiorPlan.read',
  summary: 'A file of the plan: the paper of the superior',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const breakdownPaper = query({
  id: 'superiorPlan.paper',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/paper',
  ability: 'superiorPlan.read',
  summary: '上级考评任务分解表 on paper; before it is issued a marked draft',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: [],
})

export const exportBreakdown = query({
  id: 'superiorPlan.export',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/table',
  ability: 'superiorPlan.read',
  summary: '上级考评任务分解表 as .xlsx or .csv, as far as I see it',
  params: one,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const beginSuperiorPlan = command({
  id: 'superiorPlan.begin',
  method: 'POST',
  path: '/api/superior-plans',
  ability: 'superiorPlan.begin',
  act: '登记上级方案',
  summary: 'The office registers a plan of the superior',
  body: z.object({ year, document }),
  reply: z.object({ superiorPlanId: id }),
  errors: ['superiorPlan.titleMissing', 'superiorPlan.issuerMissing', 'upload.notFound'],
})

export const editSuperiorPlan = command({
  id: 'superiorPlan.edit',
  method: 'PUT',
  path: '/api/superior-plans/:superiorPlanId/document',
  ability: 'superiorPlan.edit',
  act: '修改上级方案信息',
  summary: 'What is printed on the paper of the superior, and its scan',
  params: one,
  body: versioned.extend({ document }),
  reply: done,
  errors: ['superiorPlan.notNow', 'superiorPlan.titleMissing', 'superiorPlan.issuerMissing', 'upload.notFound'],
})

const ofFigures = [
  'quantity.empty',
  'quantity.tooLong',
  'quantity.exponent',
  'quantity.grouping',
  'quantity.percent',
  'quantity.notANumber',
  'superiorPlan.notPositive',
] as const

export const setSuperiorIndicators = command({
  id: 'superiorPlan.setIndicators',
  method: 'PUT',
  path: '/api/superior-plans/:superiorPlanId/indicators',
  ability: 'superiorPlan.setIndicators',
  act: '录入上级指标',
  summary: 'The whole list of indicators; the breakdown of one that is left out goes with it',
  params: one,
  body: versioned.extend({
    /** `key` null: a new one. */
    indicators: z.array(z.object({ key: line(100).nullable(), ...indicatorFields })).max(500),
  }),
  reply: done,
  errors: [
    'superiorPlan.notNow',
    'superiorPlan.nameMissing',
    'superiorPlan.nameTwice',
    'superiorPlan.indicatorUnknown',
    ...ofFigures,
  ],
})

export const takeSuperiorNotice = command({
  id: 'superiorPlan.takeNotice',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/notice',
  ability: 'superiorPlan.setIndicators',
  act: '由文件导入上级指标',
  summary: 'Indicators as the notice reader found them in a notice that my body imported, put behind those that stand',
  params: one,
  body: versioned.extend({ noticeId: id }),
  reply: z.object({ version, count: z.int() }),
  errors: ['superiorPlan.notNow', 'superiorPlan.noticeEmpty', 'superiorPlan.nameTwice'],
})

export const divideSuperiorPlan = command({
  id: 'superiorPlan.divide',
  method: 'PUT',
  path: '/api/superior-plans/:superiorPlanId/shares',
  ability: 'superiorPlan.divide',
  act: '分解上级指标',
  summary: 'The whole breakdown: who bears what of which indicator',
  params: one,
  body: versioned.extend({ shares: z.array(z.object(shareFields)).max(2_000) }),
  reply: done,
  errors: [
    'superiorPlan.notNow',
    'superiorPlan.indicatorUnknown',
    'superiorPlan.shareTwice',
    'superiorPlan.unitUnknown',
    'superiorPlan.sectionUnknown',
    ...ofFigures,
  ],
})

export const issueSuperiorPlan = command({
  id: 'superiorPlan.issue',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/issue',
  ability: 'superiorPlan.issue',
  act: '下达任务分解',
  summary: 'The head of the office gives the breakdown to the units; a revised one with its reason',
  stepUp: true,
  params: one,
  body: versioned.extend({ reason: text(500) }),
  reply: done,
  errors: [
    'superiorPlan.notNow',
    'superiorPlan.nothingDivided',
    'superiorPlan.breakdownFaults',
    'superiorPlan.reasonMissing',
  ],
})

export const scheduleSuperiorPlan = command({
  id: 'superiorPlan.schedule',
  method: 'PUT',
  path: '/api/superior-plans/:superiorPlanId/calendar',
  ability: 'superiorPlan.schedule',
  act: '设置调度日历',
  summary: 'How often progress is reported, by which working day after the period, from when on',
  params: one,
  body: versioned.extend({ calendar }),
  reply: done,
  errors: ['superiorPlan.notNow', 'superiorPlan.calendarWrong'],
})

export const reviseSuperiorPlan = command({
  id: 'superiorPlan.revise',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/revision',
  ability: 'superiorPlan.revise',
  act: '修订上级方案与分解',
  summary:
    'The superior changed its plan, or the breakdown is to change: why; the one in force stays until the next is issued',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['superiorPlan.notNow', 'superiorPlan.reasonMissing'],
})

export const cancelSuperiorPlan = command({
  id: 'superiorPlan.cancel',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/cancellation',
  ability: 'superiorPlan.cancel',
  act: '撤销上级方案',
  summary: 'It is not pursued; its record stays',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['superiorPlan.notNow', 'superiorPlan.reasonMissing'],
})

const inTables = one.extend({ table: z.enum(['indicators', 'shares']) })

export const superiorTemplate = query({
  id: 'superiorPlan.template',
  method: 'GET',
  path: '/api/superior-plans/:superiorPlanId/tables/:table',
  ability: 'superiorPlan.divide',
  summary: 'Indicators or breakdown as a workbook to fill in, with what stands already',
  params: inTables,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const checkSuperiorTable = query({
  id: 'superiorPlan.checkTable',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/tables/:table/check',
  ability: 'superiorPlan.divide',
  summary: 'Read an uploaded table of indicators or of the breakdown; saves nothing',
  params: inTables,
  body: z.object({ digest }),
  reply: checkedTable,
  errors: ['upload.notFound'],
})

export const markSuperiorTable = query({
  id: 'superiorPlan.markTable',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/tables/:table/marked',
  ability: 'superiorPlan.divide',
  summary: 'The uploaded workbook with its wrong cells marked',
  params: inTables,
  body: z.object({ digest }),
  reply: 'file',
  errors: ['upload.notFound'],
})

export const importSuperiorTable = command({
  id: 'superiorPlan.importTable',
  method: 'POST',
  path: '/api/superior-plans/:superiorPlanId/tables/:table/import',
  ability: 'superiorPlan.divide',
  act: '导入上级指标与分解',
  summary: 'The uploaded table takes the place of what stands: all lines or none',
  params: inTables,
  body: versioned.extend({ digest }),
  reply: z.object({ version, count: z.int() }),
  errors: ['upload.notFound', 'superiorPlan.notNow', 'superiorPlan.tableFaults'],
})
