import { routineEffects, routineRecordStates, routineStances } from '@quanheng/domain/routine-record/model'
import { routineRecordCommands } from '@quanheng/domain/routine-record/transitions'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 平时记录: dated facts about a unit and an indicator, confirmed, told to the unit, and beside the score when it is given (百18 四（二）). */

const one = z.object({ routineRecordId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const file = z.object({ digest, name: line(200) })
const state = z.enum(routineRecordStates)
const effect = z.enum(routineEffects)
const nullable = z.string().nullable()

const row = z.object({
  id,
  version,
  planId: id,
  planTitle: z.string(),
  leafKey: z.string(),
  /** Names from the top branch down. */
  indicator: z.string(),
  unitId: id,
  unitName: z.string(),
  leadName: z.string(),
  happenedOn: day,
  happening: z.string(),
  source: z.string(),
  effect,
  /** Exact; null where nothing is proposed. */
  points: nullable,
  state,
  /** Last day on which the unit may state its view; null until it is told. */
  viewUntil: day.nullable(),
  mine: z.boolean(),
})

/** How records are narrowed, on the page and in what is taken out. */
const narrowing = z.object({
  q: z.string().max(100).optional(),
  planId: id.optional(),
  unitId: id.optional(),
  leafKey: z.string().max(100).optional(),
  effect: effect.optional(),
  state: state.optional(),
  from: day.optional(),
  to: day.optional(),
})

export const listRoutineRecords = query({
  id: 'routineRecord.list',
  method: 'GET',
  path: '/api/routine-records',
  ability: 'routineRecord.read',
  summary: 'Routine records in sight, the latest fact first, withdrawn ones only where asked for',
  query: paging.extend(narrowing.shape),
  reply: paged(row),
  errors: [],
})

export const routineSubjects = query({
  id: 'routineRecord.subjects',
  method: 'GET',
  path: '/api/routine-records/subjects',
  ability: 'routineRecord.begin',
  summary: 'Indicators that my section scores, by issued plan, with the units that carry them',
  reply: z.object({
    plans: z.array(
      z.object({
        planId: id,
        title: z.string(),
        year: z.int(),
        leaves: z.array(z.object({ key: z.string(), name: z.string(), unitIds: z.array(id) })),
      }),
    ),
    units: z.array(z.object({ id, name: z.string() })),
  }),
  errors: [],
})

export const exportRoutineRecords = query({
  id: 'routineRecord.export',
  method: 'GET',
  path: '/api/routine-records/table',
  ability: 'routineRecord.read',
  summary: '平时记录台账 as .xlsx or .csv',
  query: narrowing.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

export const routineRegister = query({
  id: 'routineRecord.register',
  method: 'GET',
  path: '/api/routine-records/register',
  ability: 'routineRecord.read',
  summary: '平时记录登记表 on paper, with room to sign',
  query: narrowing.extend(inFormat.shape),
  reply: 'file',
  errors: [],
})

const ofPlan = z.object({ planId: id })
const cellFault = z.object({ cell: z.string(), message: z.string() })
const uploaded = {
  method: 'POST',
  ability: 'routineRecord.begin',
  params: ofPlan,
  body: z.object({ digest }),
} as const

export const routineTemplate = query({
  id: 'routineRecord.template',
  method: 'GET',
  path: '/api/plans/:planId/routine-records/template',
  ability: 'routineRecord.begin',
  summary: 'A workbook to write records of one plan in, with the indicators that my section scores to choose from',
  params: ofPlan,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const readRoutineTable = query({
  ...uploaded,
  id: 'routineRecord.readTable',
  path: '/api/plans/:planId/routine-records/read',
  summary: 'Read an uploaded workbook of records: how many, or the faults cell by cell; saves nothing',
  reply: z.object({ rows: z.int(), faults: z.array(cellFault) }),
  errors: ['upload.notFound'],
})

export const markRoutineTable = query({
  ...uploaded,
  id: 'routineRecord.markTable',
  path: '/api/plans/:planId/routine-records/marked',
  summary: 'The uploaded workbook of records with every fault marked in its cell',
  reply: 'file',
  errors: ['upload.notFound'],
})

export const importRoutineRecords = command({
  ...uploaded,
  id: 'routineRecord.import',
  path: '/api/plans/:planId/routine-records/import',
  act: '批量录入平时记录',
  summary: 'Begin all records of an uploaded workbook as drafts, or none',
  reply: z.object({ count: z.int() }),
  errors: ['upload.notFound', 'routineRecord.tableFaults'],
})

export const showRoutineRecord = query({
  id: 'routineRecord.show',
  method: 'GET',
  path: '/api/routine-records/:routineRecordId',
  ability: 'routineRecord.read',
  summary: 'One record: the fact and where it stands, what is proposed, what the unit says, what became of it',
  params: one,
  reply: row.extend({
    proposalBasis: z.string(),
    files: z.array(file),
    returnReason: nullable,
    told: z.object({ on: day, viewUntil: day, by: z.string() }).nullable(),
    view: z
      .object({
        stance: z.enum(routineStances),
        words: z.string(),
        files: z.array(file),
        on: day,
        by: z.string(),
      })
      .nullable(),
    answer: z.object({ words: z.string(), on: day, by: z.string() }).nullable(),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...routineRecordCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z
      .object({ command: z.enum(routineRecordCommands), people: z.array(z.string()), unitName: z.string() })
      .nullable(),
    may: z.array(z.enum(routineRecordCommands)),
    today: day,
  }),
  errors: [],
})

export const routineRecordFile = query({
  id: 'routineRecord.file',
  method: 'GET',
  path: '/api/routine-records/:routineRecordId/files/:fileDigest',
  ability: 'routineRecord.read',
  summary: 'Evidence of a record, or of what the unit says of it',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const routineNotice = query({
  id: 'routineRecord.notice',
  method: 'GET',
  path: '/api/routine-records/:routineRecordId/notice',
  ability: 'routineRecord.read',
  summary: '平时记录告知单 for the unit, with room for its view; only once it is confirmed',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: ['routineRecord.notTold'],
})

const content = z.object({
  happenedOn: day,
  happening: text(2_000),
  source: text(300),
  effect,
  proposalBasis: text(500),
  /** As typed; empty where nothing is proposed. */
  points: text(60),
  files: z.array(file).max(20),
})

const writing = [
  'routineRecord.notYours',
  'routineRecord.otherUnit',
  'routineRecord.ownUnit',
  'routineRecord.dayMissing',
  'routineRecord.inFuture',
  'routineRecord.outsideYear',
  'routineRecord.happeningMissing',
  'routineRecord.sourceMissing',
  'routineRecord.basisMissing',
  'routineRecord.pointsNotPositive',
  'quantity.empty',
  'quantity.tooLong',
  'quantity.exponent',
  'quantity.grouping',
  'quantity.percent',
  'quantity.notANumber',
  'upload.notFound',
] as const

export const beginRoutineRecord = command({
  id: 'routineRecord.begin',
  method: 'POST',
  path: '/api/routine-records',
  ability: 'routineRecord.begin',
  act: '录入平时记录',
  summary: 'Write down a dated fact about a unit and an indicator that my section scores',
  body: z.object({ planId: id, leafKey: line(100), unitId: id, content }),
  reply: z.object({ routineRecordId: id }),
  errors: [
    ...writing,
    'routineRecord.notCarried',
    'plan.noSuchIndicator',
    'plan.noResponsibility',
    'plan.noSubstitute',
  ],
})

const acting = ['routineRecord.notNow', 'routineRecord.notYours', 'routineRecord.otherUnit'] as const
const judging = [...acting, 'routineRecord.ownUnit'] as const

export const editRoutineRecord = command({
  id: 'routineRecord.edit',
  method: 'PUT',
  path: '/api/routine-records/:routineRecordId',
  ability: 'routineRecord.edit',
  act: '修改平时记录',
  summary: 'Change a record that is not yet submitted, or that came back',
  params: one,
  body: versioned.extend({ content }),
  reply: done,
  errors: ['routineRecord.notNow', ...writing],
})

export const discardRoutineRecord = command({
  id: 'routineRecord.discard',
  method: 'POST',
  path: '/api/routine-records/:routineRecordId/discard',
  ability: 'routineRecord.discard',
  act: '作废平时记录草稿',
  summary: 'Give up a record that nobody was told of',
  params: one,
  body: versioned,
  reply: done,
  errors: judging,
})

export const submitRoutineRecord = command({
  id: 'routineRecord.submit',
  method: 'POST',
  path: '/api/routine-records/:routineRecordId/submission',
  ability: 'routineRecord.submit',
  act: '提交平时记录',
  summary: 'Put a record before the head of the section; one that proposes points rests on evidence',
  params: one,
  body: versioned,
  reply: done,
  errors: [...judging, 'routineRecord.evidenceMissing'],
})

export const confirmRoutineRecord = command({
  id: 'routineRecord.confirm',
  method: 'POST',
  path: '/api/routine-records/:routineRecordId/confirmation',
  ability: 'routineRecord.confirm',
  act: '审核平时记录',
  summary:
    'Another person than wrote it confirms it; from now on the unit sees it and may state its view for five working days',
  params: one,
  body: versioned,
  reply: done,
  errors: [...judging, 'routineRecord.samePerson'],
})

const reasoned = versioned.extend({ reason })
const withReason = [...judging, 'routineRecord.reasonMissing'] as const

export const returnRoutineRecord = command({
  id: 'routineRecord.return',
  method: 'POST',
  path: '/api/routine-records/:routineRecordId/return',
  ability: 'routineRecord.return',
  act: '退回平时记录',
  summary: 'Back to whoever wrote it: why',
  params: one,
  body: reasoned,
  reply: done,
  errors: withReason,
})

export const stateOnRoutineRecord = command({
  id: 'routineRecord.state',
  method: 'POST',
  path: '/api/routine-records/:routineRecordId/view',
  ability: 'routineRecord.state',
  act: '对平时记录提出意见',
  summary: 'The unit says whether the fact is right, until its day; what it denies does not count until it is answered',
  params: one,
  body: versioned.extend({ stance: z.enum(routineStances), words: text(2_000), files: z.array(file).max(20) }),
  reply: done,
  errors: [...acting, 'routineRecord.wordsMissing', 'routineRecord.viewClosed', 'upload.notFound'],
})

export const upholdRoutineRecord = command({
  id: 'routineRecord.uphold',
  method: 'POST',
  path: '/api/routine-records/:routineRecordId/upholding',
  ability: 'routineRecord.uphold',
  act: '维持平时记录',
  summary: 'The fact stands although the unit denies it: why, which the unit reads',
  params: one,
  body: reasoned,
  reply: done,
  errors: withReason,
})

export const withdrawRoutineRecord = command({
  id: 'routineRecord.withdraw',
  method: 'POST',
  path: '/api/routine-records/:routineRecordId/withdrawal',
  ability: 'routineRecord.withdraw',
  act: '撤销平时记录',
  summary: 'Take back a record that the unit was told of: why; it counts no more and stays readable',
  params: one,
  body: reasoned,
  reply: done,
  errors: withReason,
})
