import { postKinds } from '@quanheng/domain/ability/posts'
import type { DatumValue } from '@quanheng/domain/datum/model'
import { datumStates, releases } from '@quanheng/domain/datum/model'
import { datumCommands } from '@quanheng/domain/datum/transitions'
import { type DataElement, type IndicatorCard, recordTallies, whenFinalDiffers } from '@quanheng/domain/plan/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { basis } from './rule.ts'
import { day, digest, id, inTableFormat, line, paged, paging, reason, sort, version, words } from './shapes.ts'

const state = z.enum(datumStates)
export const release = z.enum(releases)
/** As typed: the domain normalises and checks it against the element. */
const typed = z.string().max(200)

/** The value as its author gives it; 不涉及 fits every element. */
export const datumValue: z.ZodType<DatumValue> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quantity'), value: typed }),
  z.object({ kind: z.literal('fact'), met: z.boolean() }),
  z.object({ kind: z.literal('count'), n: typed }),
  z.object({ kind: z.literal('checklist'), ticked: z.array(line(100)).max(200) }),
  z.object({ kind: z.literal('judgement'), points: typed }),
  z.object({ kind: z.literal('notConcerned') }),
])

/** What is asked: enough to read a typed value with the domain's own reader. */
const element = z.object({
  key: z.string(),
  name: z.string(),
  type: z.enum(['quantity', 'fact', 'count', 'checklist', 'judgement']),
  unit: z.string(),
  entries: z.array(z.object({ key: z.string(), name: z.string() })).optional(),
}) satisfies z.ZodType<Pick<DataElement, 'key' | 'name' | 'type' | 'unit'>>

const sourceKind = z.enum(['section', 'provider', 'appraisedUnit', 'superior', 'substitute'])

const author = z.object({
  personId: id,
  name: z.string(),
  post: z.enum(postKinds),
  unitName: z.string(),
  sectionName: z.string().nullable(),
})

const datumVersion = z.object({
  number: z.int(),
  stage: z.enum(['reported', 'verified']),
  release,
  value: datumValue,
  asOf: day,
  receivedOn: day,
  author,
  at: z.string(),
  digest,
  evidenceIds: z.array(id),
  reason: z.string().optional(),
  /** `days`: from the day that was missed to the day it came, by the calendar. */
  late: z.object({ due: day, reason: z.string(), lateEntryId: id.optional(), days: z.int() }).optional(),
  onBehalf: z.object({ body: z.string(), reason: z.string(), originalEvidenceId: id }).optional(),
  findingId: z.string().optional(),
})

const laterRelease = z.object({
  number: z.int(),
  release,
  value: datumValue,
  asOf: day,
  reason: z.string(),
  evidenceIds: z.array(id),
  author,
  at: z.string(),
  outcome: z
    .object({ kind: z.enum(['same', 'withdrawn', ...whenFinalDiffers]), by: author, at: z.string() })
    .nullable(),
})

const row = z.object({
  id,
  version,
  planId: id,
  planTitle: z.string(),
  element,
  leaves: z.array(z.object({ key: z.string(), name: z.string() })),
  unitId: id,
  unitName: z.string(),
  period: z.string(),
  source: sourceKind,
  /** Who is asked, in words: unit, with its section. */
  askedName: z.string(),
  /** 上级考核机关 whose verdict it is. */
  body: z.string().nullable(),
  /** The last day on which it is in time: the plan's, or a later one that it was given. */
  due: day,
  /** Why the day is later than the plan's. */
  extended: z.enum(['return', 'lateEntry']).nullable(),
  cutoff: day,
  state,
  overdue: z.boolean(),
  /** Past its day and not to be entered before 补报 is agreed. */
  locked: z.boolean(),
  /** The last version, where one was reported. */
  last: datumVersion.nullable(),
  returnReason: z.string().nullable(),
  /** What my posts may do with it now. */
  may: z.array(z.enum(datumCommands)),
  /** Required evidence not attached, by name. */
  missingEvidence: z.array(z.string()),
})

const turns = ['report', 'confirm', 'close'] as const
const filters = z.object({
  planId: id.optional(),
  leafKey: z.string().max(100).optional(),
  elementKey: z.string().max(100).optional(),
  unitId: id.optional(),
  state: state.optional(),
  source: sourceKind.optional(),
  /** Only what waits for me: to report, to confirm, or to close for scoring. */
  turn: z.enum(turns).optional(),
  /** Only what is past its due day and not reported. */
  overdue: z.enum(['yes']).optional(),
  q: z.string().max(100).optional(),
})

export const listData = query({
  id: 'datum.list',
  method: 'GET',
  path: '/api/data',
  ability: 'datum.read',
  summary: 'Figures and judged facts that plans ask for, as my posts may see them; by due day unless sorted',
  query: paging.extend({ ...filters.shape, sort }),
  reply: paged(row),
  errors: [],
})

export const countData = query({
  id: 'datum.count',
  method: 'GET',
  path: '/api/data/counts',
  ability: 'datum.read',
  summary: 'How many of the data that my posts may see wait for me, by what is to be done, and how many are overdue',
  query: filters.omit({ turn: true, overdue: true }),
  reply: z.object({ report: z.int(), confirm: z.int(), close: z.int(), overdue: z.int() }),
  errors: [],
})

export const dataChoices = query({
  id: 'datum.choices',
  method: 'GET',
  path: '/api/data/choices',
  ability: 'datum.read',
  summary: 'Plans, indicators and units among the data I may see, for filters',
  reply: z.object({
    plans: z.array(
      z.object({
        id,
        title: z.string(),
        leaves: z.array(z.object({ key: z.string(), name: z.string() })),
      }),
    ),
    units: z.array(z.object({ id, name: z.string() })),
  }),
  errors: [],
})

export const showDatum = query({
  id: 'datum.show',
  method: 'GET',
  path: '/api/data/:datumId',
  ability: 'datum.read',
  summary:
    'One datum with its indicator cards, versions side by side, confirmations and who acts next; its acts are told by act.list',
  params: z.object({ datumId: id }),
  reply: row.extend({
    versions: z.array(datumVersion),
    /** Whether my body may ask leave to enter it late. */
    mayAskLateEntry: z.boolean(),
    finalNumber: z.int().nullable(),
    /** What was published after the figure was closed, oldest first. */
    laterReleases: z.array(laterRelease),
    /** What may be published next. */
    nextReleases: z.array(release),
    /** What a later release that differs does to the score. */
    whenFinalDiffers: z.enum(whenFinalDiffers),
    /** Where the figure is taken from 平时记录: how, what they come to today, and how many may still fall. */
    recorded: z.object({ tally: z.enum(recordTallies), amount: z.string(), open: z.int() }).nullable(),
    /** Who of the next post opened a version first: from then on it is not taken back. */
    openings: z.array(z.object({ number: z.int(), by: author, at: z.string() })),
    confirmations: z.array(z.object({ number: z.int(), by: author, at: z.string(), gapReason: z.string().nullable() })),
    leaves: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        fullMark: z.string(),
        standard: z.string(),
        sentence: z.string(),
        card: z.custom<IndicatorCard>((value) => typeof value === 'object').nullable(),
        task: z.string(),
        target: z.string().nullable(),
        /** Where a 批复 changed the task. */
        taskBasis: basis.nullable(),
        targetPending: z.object({ owner: z.string(), remindOn: z.string() }).nullable(),
      }),
    ),
    /** Who acts next: the act, the posts that may, and the people who hold them today. */
    next: z
      .object({
        command: z.enum(datumCommands),
        posts: z.array(z.enum(postKinds)),
        people: z.array(z.object({ name: z.string(), post: z.enum(postKinds), unitName: z.string() })),
      })
      .nullable(),
  }),
  errors: [],
})

const figure = {
  value: datumValue,
  release,
  asOf: day,
  reason: z.string().trim().max(500).optional(),
  lateReason: z.string().trim().max(500).optional(),
}
const one = z.object({ datumId: id })
const refs = <T extends z.ZodRawShape>(more: T) =>
  z
    .array(z.object({ datumId: id, version, ...more }))
    .min(1)
    .max(500)
const versions = z.object({ rows: z.array(z.object({ datumId: id, version })) })
const transition = ['datum.notNow', 'datum.notYours', 'datum.twice'] as const
const reading = [
  'datum.wrongKind',
  'datum.notAsRecorded',
  'datum.recordsOpen',
  'datum.notWhole',
  'datum.unknownEntry',
  'quantity.empty',
  'quantity.tooLong',
  'quantity.exponent',
  'quantity.grouping',
  'quantity.percent',
  'quantity.notANumber',
  'datum.afterCutoff',
  'datum.inFuture',
  'datum.reasonMissing',
  'datum.lateReasonMissing',
  'datum.lateNotGranted',
] as const

/** Key of the draft that holds what a person has typed for figures and not reported, by datum. */
export const figureDraft = 'collection:figures'

/** One figure in that draft, as typed. */
export interface FigureEdit {
  readonly text: string
  readonly release: z.infer<typeof release>
  readonly asOf: string
  readonly reason: string
  readonly lateReason: string
}

export const reportData = command({
  id: 'datum.report',
  method: 'POST',
  path: '/api/data/reports',
  ability: 'datum.report',
  act: '报送数据',
  summary: 'Report one figure or a table of them: all lines or none. A refusal names the line in `at`',
  body: z.object({
    rows: refs(figure),
    /** The workbook that the lines were read from. */
    workbook: digest.optional(),
  }),
  reply: versions,
  errors: [...transition, ...reading, 'datum.notAsked', 'datum.providerFigure', 'upload.notFound'],
})

export const reportOnBehalf = command({
  id: 'datum.reportOnBehalf',
  method: 'POST',
  path: '/api/data/:datumId/on-behalf',
  ability: 'datum.reportOnBehalf',
  act: '代录数据',
  summary:
    'Enter a figure for a body that is not on the platform, from its original, which is attached; a second person confirms',
  params: one,
  body: z.object({ version, ...figure, body: line(100), onBehalfReason: reason, originalDigest: digest }),
  reply: versions,
  errors: [...transition, ...reading, 'datum.ownUnit', 'datum.originalMissing', 'upload.notFound'],
})

export const openData = command({
  id: 'datum.open',
  method: 'POST',
  path: '/api/data/openings',
  ability: 'datum.open',
  act: '阅看数据',
  summary:
    'Have reported figures before my eyes as the next post; whoever reported them cannot take them back any more',
  body: z.object({
    rows: z
      .array(z.object({ datumId: id }))
      .min(1)
      .max(500),
  }),
  reply: z.object({ opened: z.int() }),
  errors: [...transition, 'datum.samePerson'],
})

export const withdrawDatum = command({
  id: 'datum.withdraw',
  method: 'POST',
  path: '/api/data/:datumId/withdraw',
  ability: 'datum.withdraw',
  act: '撤回报送',
  summary: 'Take a reported figure back before the next post has opened it',
  params: one,
  body: z.object({ version }),
  reply: versions,
  errors: [...transition, 'datum.opened'],
})

export const confirmData = command({
  id: 'datum.confirm',
  method: 'POST',
  path: '/api/data/confirmations',
  ability: 'datum.confirm',
  act: '确认数据',
  summary: 'Stand behind reported figures as a second person; missing evidence is explained (缺件说明)',
  body: z.object({ rows: refs({ gapReason: z.string().trim().max(500).optional() }) }),
  reply: versions,
  errors: [...transition, 'datum.samePerson', 'datum.evidenceMissing'],
})

export const returnDatum = command({
  id: 'datum.return',
  method: 'POST',
  path: '/api/data/:datumId/return',
  ability: 'datum.return',
  act: '退回数据',
  summary:
    'Send a figure back: what is wrong, until when it is put right, and to whom; returned to the head it keeps its value and is confirmed again',
  params: one,
  body: z.object({ version, reason, until: day, to: z.enum(['reporter', 'head']) }),
  reply: versions,
  errors: [...transition, 'datum.reasonMissing', 'datum.dayPassed', 'datum.notConfirmed'],
})

export const closeData = command({
  id: 'datum.close',
  method: 'POST',
  path: '/api/data/closings',
  ability: 'datum.close',
  act: '关闭数据',
  summary: 'Close figures for scoring: from here on a score sheet may cite them',
  body: z.object({ rows: refs({}) }),
  reply: versions,
  errors: [...transition, 'datum.ownUnit'],
})

const publishing = ['datum.notNow', 'datum.notYours', 'datum.notAsked', 'datum.providerFigure'] as const

export const publishRelease = command({
  id: 'datum.publish',
  method: 'POST',
  path: '/api/data/:datumId/releases',
  ability: 'datum.publish',
  act: '登记后续发布数',
  summary:
    'Enter what the body published after its figure was closed (初步核算数, 最终数), with its paper; another person of the body confirms it',
  params: one,
  body: z.object({ version, release, value: datumValue, asOf: day, reason, originalDigest: digest }),
  reply: versions,
  errors: [
    ...publishing,
    ...reading.filter((code) => !code.startsWith('datum.late')),
    'datum.earlierRelease',
    'datum.releaseWaits',
    'upload.notFound',
  ],
})

export const confirmRelease = command({
  id: 'datum.confirmRelease',
  method: 'POST',
  path: '/api/data/:datumId/releases/confirmation',
  ability: 'datum.confirmRelease',
  act: '确认后续发布数',
  summary:
    'Stand behind a later release as a second person; where it differs, the plan says whether the score stands, is computed again, or the next year takes it',
  params: one,
  body: z.object({ version }),
  reply: versions,
  errors: [...publishing, 'datum.samePerson', 'datum.noRelease'],
})

export const withdrawRelease = command({
  id: 'datum.withdrawRelease',
  method: 'POST',
  path: '/api/data/:datumId/releases/withdrawal',
  ability: 'datum.withdrawRelease',
  act: '撤回后续发布数',
  summary: 'Take a later release back before it is confirmed',
  params: one,
  body: z.object({ version }),
  reply: versions,
  errors: [...publishing, 'datum.noRelease'],
})

export const reopenDatum = command({
  id: 'datum.reopen',
  method: 'POST',
  path: '/api/data/:datumId/reopen',
  ability: 'datum.reopen',
  act: '重新开放数据',
  summary: 'Open a closed figure again, with the reason; signatures that rest on it fall',
  params: one,
  body: z.object({ version, reason }),
  reply: versions,
  errors: [...transition, 'datum.ownUnit', 'datum.reasonMissing'],
})

const tableErrors = ['upload.notFound'] as const

export const dataTable = query({
  id: 'datum.table',
  method: 'GET',
  path: '/api/data/table.xlsx',
  ability: 'datum.read',
  summary: 'The filtered data as a workbook; lines that are mine to report may be filled in and read back',
  query: filters.extend({ sort, ...inTableFormat.shape }),
  reply: 'file',
  errors: [],
})

export const readDataTable = query({
  id: 'datum.readTable',
  method: 'POST',
  path: '/api/data/table/read',
  ability: 'datum.report',
  summary: 'Read an uploaded workbook: lines ready to report, or every fault with its cell; saves nothing',
  body: z.object({ digest }),
  reply: z.object({
    rows: z.array(
      z.object({
        datumId: id,
        version,
        ...figure,
        line: z.int(),
        elementName: z.string(),
        unitName: z.string(),
        shown: z.string(),
      }),
    ),
    /** Lines without a value: left as they are. */
    blank: z.int(),
    faults: z.array(z.object({ cell: z.string().nullable(), message: z.string() })),
  }),
  errors: tableErrors,
})

export const markDataTable = query({
  id: 'datum.markTable',
  method: 'POST',
  path: '/api/data/table/marked',
  ability: 'datum.report',
  summary: 'The uploaded workbook with every fault marked in its cell',
  body: z.object({ digest }),
  reply: 'file',
  errors: tableErrors,
})

const urgingEntry = z.object({
  unitId: id,
  unitName: z.string(),
  sectionName: z.string().nullable(),
  /** What is waited for: the report, or the confirmation of what was reported. */
  waitsFor: z.enum(['report', 'confirm']),
  people: z.array(z.object({ name: z.string(), post: z.enum(postKinds), phone: z.string().nullable() })),
  data: z.array(
    z.object({ datumId: id, elementName: z.string(), unitName: z.string(), due: day, overdueDays: z.int() }),
  ),
  /** Ready to copy. Chinese: officials send it. */
  text: words,
})

export const urgingList = query({
  id: 'datum.urgingList',
  method: 'GET',
  path: '/api/plans/:planId/urging',
  ability: 'datum.urge',
  summary: 'Who has not reported or confirmed yet, with phone and a text to send (催报)',
  params: z.object({ planId: id }),
  reply: z.object({ rows: z.array(urgingEntry) }),
  errors: [],
})

export const urgingTable = query({
  id: 'datum.urgingTable',
  method: 'GET',
  path: '/api/plans/:planId/urging.xlsx',
  ability: 'datum.urge',
  summary: '催报 list as a workbook',
  params: z.object({ planId: id }),
  query: inTableFormat,
  reply: 'file',
  errors: [],
})
