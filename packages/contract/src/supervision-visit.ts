import { seriousnesses } from '@quanheng/domain/supervision/ticket'
import { supervisionVisitStates } from '@quanheng/domain/supervision-visit/model'
import { supervisionVisitCommands } from '@quanheng/domain/supervision-visit/transitions'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, line, reason, text, version } from './shapes.ts'

/** 督查走访: what was found at one unit, its statement, and what is to be put right. */

const one = z.object({ supervisionVisitId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const file = z.object({ digest, name: line(200) })
const seriousness = z.enum(seriousnesses)
const nullable = z.string().nullable()

export const showSupervisionVisit = query({
  id: 'supervisionVisit.show',
  method: 'GET',
  path: '/api/supervision-visits/:supervisionVisitId',
  ability: 'supervisionVisit.read',
  summary: 'One visit; the visited unit reads it from the day it is sent',
  params: one,
  reply: z.object({
    id,
    version,
    state: z.enum(supervisionVisitStates),
    supervisionId: id,
    supervisionTitle: z.string(),
    unitName: z.string(),
    officeName: z.string(),
    subjects: z.array(z.string()),
    /** The office, group and observers read more than the visited unit: who wrote what, and the order. */
    office: z.boolean(),
    from: day.nullable(),
    to: day.nullable(),
    on: day.nullable(),
    visitors: z.string(),
    overview: z.string(),
    files: z.array(file),
    findings: z.array(
      z.object({
        findingId: z.string(),
        subject: z.string(),
        fact: z.string(),
        basis: z.string(),
        seriousness,
        photographs: z.array(file),
        /** Items of this unit under the same subject before this visit. */
        earlier: z.int(),
        upheld: z.boolean().nullable(),
        words: nullable,
        due: day.nullable(),
        rectificationId: id.nullable(),
      }),
    ),
    until: day.nullable(),
    statement: z
      .object({
        words: z.string(),
        files: z.array(file),
        by: z.string(),
        at: z.iso.datetime(),
        scanDigest: digest.nullable(),
      })
      .nullable(),
    settledOn: day.nullable(),
    documentNumber: z.string(),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...supervisionVisitCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z
      .object({ command: z.enum(supervisionVisitCommands), people: z.array(z.string()), unitName: z.string() })
      .nullable(),
    may: z.array(z.enum(supervisionVisitCommands)),
    today: day,
  }),
  errors: [],
})

export const supervisionVisitFile = query({
  id: 'supervisionVisit.file',
  method: 'GET',
  path: '/api/supervision-visits/:supervisionVisitId/files/:fileDigest',
  ability: 'supervisionVisit.read',
  summary: 'A photograph or paper of the visit or of the statement',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const rectificationNotice = query({
  id: 'supervisionVisit.notice',
  method: 'GET',
  path: '/api/supervision-visits/:supervisionVisitId/notice',
  ability: 'supervisionVisit.read',
  summary: '整改通知书: each upheld finding, what is to be done about it, until when, and its ticket',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: ['supervisionVisit.nothingUpheld'],
})

export const recordVisit = command({
  id: 'supervisionVisit.record',
  method: 'POST',
  path: '/api/supervision-visits/:supervisionVisitId/notes',
  ability: 'supervisionVisit.record',
  act: '记录督查走访',
  summary: 'Who went when, what was found, each fact with its clause and photographs',
  params: one,
  body: versioned.extend({
    notes: z.object({
      on: day,
      visitors: text(200),
      overview: text(4_000),
      files: z.array(file).max(20),
      findings: z
        .array(
          z.object({
            subject: line(100),
            fact: text(2_000),
            basis: text(500),
            seriousness,
            photographs: z.array(file).max(20),
          }),
        )
        .max(50),
    }),
  }),
  reply: done,
  errors: [
    'supervisionVisit.notNow',
    'supervisionVisit.orderClosed',
    'supervisionVisit.inFuture',
    'supervisionVisit.beforeOrder',
    'supervisionVisit.visitorsMissing',
    'supervisionVisit.overviewMissing',
    'supervisionVisit.subjectUnknown',
    'supervisionVisit.factMissing',
    'supervisionVisit.clauseMissing',
    'upload.notFound',
  ],
})

export const sendVisit = command({
  id: 'supervisionVisit.send',
  method: 'POST',
  path: '/api/supervision-visits/:supervisionVisitId/sending',
  ability: 'supervisionVisit.send',
  act: '督查情况送被督查单位',
  summary: 'To the visited unit, which may state its view until the day',
  params: one,
  body: versioned.extend({ until: day }),
  reply: done,
  errors: ['supervisionVisit.notNow', 'supervisionVisit.orderClosed', 'supervisionVisit.untilPast'],
})

export const stateOnVisit = command({
  id: 'supervisionVisit.state',
  method: 'POST',
  path: '/api/supervision-visits/:supervisionVisitId/statement',
  ability: 'supervisionVisit.state',
  act: '对督查情况作出陈述',
  summary: 'The visited unit agrees or objects; the office registers a signed statement with its scan',
  params: one,
  body: versioned.extend({ words: text(2_000), files: z.array(file).max(20), scanDigest: digest.nullable() }),
  reply: done,
  errors: [
    'supervisionVisit.notNow',
    'supervisionVisit.otherUnit',
    'supervisionVisit.orderClosed',
    'supervisionVisit.scanMissing',
    'upload.notFound',
  ],
})

export const settleVisit = command({
  id: 'supervisionVisit.settle',
  method: 'POST',
  path: '/api/supervision-visits/:supervisionVisitId/settlement',
  ability: 'supervisionVisit.settle',
  act: '认定督查问题并通知整改',
  summary:
    'Each finding upheld with what is to be done until when, or not with the reason; by another than who wrote it up',
  stepUp: true,
  params: one,
  body: versioned.extend({
    documentNumber: text(60),
    upshots: z
      .array(z.object({ findingId: line(60), upheld: z.boolean(), words: text(1_000), due: day.nullable() }))
      .max(50),
  }),
  reply: done.extend({ items: z.int() }),
  errors: [
    'supervisionVisit.notNow',
    'supervisionVisit.orderClosed',
    'supervisionVisit.stillStating',
    'supervisionVisit.samePerson',
    'supervisionVisit.upshotMissing',
    'supervisionVisit.wordsMissing',
    'supervisionVisit.duePast',
  ],
})

export const dropVisit = command({
  id: 'supervisionVisit.drop',
  method: 'POST',
  path: '/api/supervision-visits/:supervisionVisitId/omission',
  ability: 'supervisionVisit.drop',
  act: '不再走访',
  summary: 'This unit is not visited after all, with the reason',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['supervisionVisit.notNow', 'supervisionVisit.orderClosed'],
})
