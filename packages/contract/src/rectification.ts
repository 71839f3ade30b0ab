import { rectificationStates } from '@quanheng/domain/rectification/model'
import { rectificationCommands } from '@quanheng/domain/rectification/transitions'
import { seriousnesses, tickets } from '@quanheng/domain/supervision/ticket'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 整改: the register of what supervision found, until another person has seen that it is put right (销号). */

const one = z.object({ rectificationId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const state = z.enum(rectificationStates)
const ticket = z.enum(tickets)
const file = z.object({ digest, name: line(200) })
const files = z.array(file).max(20)

const row = z.object({
  id,
  version,
  state,
  ticket,
  unitName: z.string(),
  subject: z.string(),
  words: z.string(),
  seriousness: z.enum(seriousnesses),
  /** The how manieth time at this unit, over the years. */
  times: z.int(),
  noticedOn: day,
  due: day,
  /** Working days after the due day; 0 in time. Calendar days where a year has no table of holidays. */
  daysLate: z.int(),
  returned: z.int(),
  supervisionTitle: z.string(),
  mine: z.boolean(),
})

/** How the register is narrowed, on the page and in what is taken out. */
const narrowing = z.object({
  q: z.string().max(100).optional(),
  state: state.optional(),
  ticket: ticket.optional(),
  late: z.enum(['yes']).optional(),
  again: z.enum(['yes']).optional(),
  supervisionId: id.optional(),
})

export const listRectifications = query({
  id: 'rectification.list',
  method: 'GET',
  path: '/api/rectifications',
  ability: 'rectification.read',
  summary: 'Items to be put right in sight, the open ones first by their day',
  query: paging.extend(narrowing.shape),
  reply: paged(row),
  errors: [],
})

export const exportRectifications = query({
  id: 'rectification.export',
  method: 'GET',
  path: '/api/rectifications/table',
  ability: 'rectification.read',
  summary: '整改台账 as .xlsx or .csv',
  query: narrowing.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

export const rectificationRegister = query({
  id: 'rectification.register',
  method: 'GET',
  path: '/api/rectifications/register',
  ability: 'rectification.read',
  summary: '整改台账 on paper, with room to sign',
  query: narrowing.extend(inFormat.shape),
  reply: 'file',
  errors: [],
})

export const showRectification = query({
  id: 'rectification.show',
  method: 'GET',
  path: '/api/rectifications/:rectificationId',
  ability: 'rectification.read',
  summary: 'One item: finding, demand, plan, evidence, re-check, and the earlier ones of the same kind',
  params: one,
  reply: row.extend({
    supervisionVisitId: id,
    officeName: z.string(),
    fact: z.string(),
    basis: z.string(),
    documentNumber: z.string(),
    /** How a deduction names the notice it rests on; the item itself moves no score. */
    citation: z.string(),
    /** What follows its ticket. */
    follows: z.string(),
    plan: z.object({ words: z.string(), personResponsible: z.string(), plannedDue: day }).nullable(),
    done: z.object({ words: z.string(), files: z.array(file), on: day }).nullable(),
    check: z.object({ words: z.string(), on: day, by: z.string(), files: z.array(file) }).nullable(),
    earlier: z.array(z.object({ rectificationId: id, noticedOn: day, words: z.string(), state })),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...rectificationCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z
      .object({ command: z.enum(rectificationCommands), people: z.array(z.string()), unitName: z.string() })
      .nullable(),
    may: z.array(z.enum(rectificationCommands)),
    today: day,
  }),
  errors: [],
})

export const rectificationFile = query({
  id: 'rectification.file',
  method: 'GET',
  path: '/api/rectifications/:rectificationId/files/:fileDigest',
  ability: 'rectification.read',
  summary: 'Evidence of the unit, or a photograph of the re-check',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const planRectification = command({
  id: 'rectification.plan',
  method: 'POST',
  path: '/api/rectifications/:rectificationId/plan',
  ability: 'rectification.plan',
  act: '报送整改方案',
  summary: 'The unit says what it will do, who answers for it, and until when',
  params: one,
  body: versioned.extend({ words: text(2_000), personResponsible: text(100), plannedDue: day }),
  reply: done,
  errors: [
    'rectification.notNow',
    'rectification.otherUnit',
    'rectification.wordsMissing',
    'rectification.ownerMissing',
    'rectification.byPast',
    'rectification.byLate',
  ],
})

export const reportRectification = command({
  id: 'rectification.report',
  method: 'POST',
  path: '/api/rectifications/:rectificationId/report',
  ability: 'rectification.report',
  act: '报告整改完成',
  summary: 'What was done, with evidence',
  params: one,
  body: versioned.extend({ words: text(2_000), files }),
  reply: done,
  errors: [
    'rectification.notNow',
    'rectification.otherUnit',
    'rectification.wordsMissing',
    'rectification.evidenceMissing',
    'upload.notFound',
  ],
})

export const closeRectification = command({
  id: 'rectification.close',
  method: 'POST',
  path: '/api/rectifications/:rectificationId/closing',
  ability: 'rectification.close',
  act: '复查销号',
  summary: 'Another person than who found it and who reported it has seen that it is put right',
  params: one,
  body: versioned.extend({ words: text(2_000), on: day, files }),
  reply: done,
  errors: [
    'rectification.notNow',
    'rectification.otherUnit',
    'rectification.wordsMissing',
    'rectification.samePerson',
    'rectification.finder',
    'rectification.checkDay',
    'upload.notFound',
  ],
})

export const returnRectification = command({
  id: 'rectification.return',
  method: 'POST',
  path: '/api/rectifications/:rectificationId/return',
  ability: 'rectification.return',
  act: '退回继续整改',
  summary: 'Not put right yet: what is missing, and a new day',
  params: one,
  body: versioned.extend({ reason, due: day }),
  reply: done,
  errors: ['rectification.notNow', 'rectification.otherUnit', 'rectification.duePast'],
})

export const extendRectification = command({
  id: 'rectification.extend',
  method: 'POST',
  path: '/api/rectifications/:rectificationId/extension',
  ability: 'rectification.extend',
  act: '延长整改期限',
  summary: 'More days, with the reason',
  params: one,
  body: versioned.extend({ reason, due: day }),
  reply: done,
  errors: ['rectification.notNow', 'rectification.otherUnit', 'rectification.duePast'],
})
