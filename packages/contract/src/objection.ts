import { objectionDeciders, objectionOutcomes, objectionStates } from '@quanheng/domain/objection/model'
import { objectionCommands } from '@quanheng/domain/objection/transitions'
import { z } from 'zod'
import { command, query } from './route.ts'
import {
  day,
  digest,
  id,
  inFormat,
  inTableFormat,
  line,
  paged,
  paging,
  quantity,
  reason,
  text,
  version,
} from './shapes.ts'

/** 异议复核: one score of a published result, answered by who scored, scored again by another, decided by the group or its delegate. */

const one = z.object({ objectionId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const nullable = z.string().nullable()
const state = z.enum(objectionStates)
const outcome = z.enum(objectionOutcomes)
const file = z.object({ digest, name: line(200) })
const files = z.array(file).max(20)
const scanDigest = digest.nullable()
const contentBody = z.object({ reason: text(2_000), files })
/** Points as people type them; they stand only with a correction. */
const foundBody = z.object({ outcome, points: z.union([quantity, z.literal('')]) })
const found = z.object({ outcome, to: nullable })

const row = z.object({
  id,
  version,
  state,
  /** As registered: `异议〔2026〕3号`. */
  documentNumber: nullable,
  planTitle: z.string(),
  leafName: z.string(),
  unitName: z.string(),
  scorerName: z.string(),
  /** As published. */
  points: z.string(),
  fullMark: z.string(),
  registeredOn: day.nullable(),
  /** Of whoever has it now. */
  due: day.nullable(),
  /** Working days past `due`; 0 while in time. */
  overdue: z.int(),
  /** Corrected points. */
  to: nullable,
  decidedOn: day.nullable(),
  mine: z.boolean(),
})

const filters = z.object({
  /** Number, unit or indicator. */
  q: z.string().max(100).optional(),
  state: state.optional(),
  overdue: z.enum(['yes']).optional(),
})

export const listObjections = query({
  id: 'objection.list',
  method: 'GET',
  path: '/api/objections',
  ability: 'objection.read',
  summary: 'Objections in sight, those under way first',
  query: paging.extend(filters.shape),
  reply: paged(row),
  errors: [],
})

export const objectionTable = query({
  id: 'objection.table',
  method: 'GET',
  path: '/api/objections.xlsx',
  ability: 'objection.read',
  summary: '异议复核登记簿 as a workbook',
  query: filters.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

export const objectionRegister = query({
  id: 'objection.registerPaper',
  method: 'GET',
  path: '/api/objections/register',
  ability: 'objection.read',
  summary: '异议复核登记簿 on paper, with room to sign',
  query: filters.extend(inFormat.shape),
  reply: 'file',
  errors: [],
})

export const listObjectionItems = query({
  id: 'objection.items',
  method: 'GET',
  path: '/api/objections/items',
  ability: 'objection.read',
  summary:
    'Published scores on which an objection may be made: of own units, and for the office of every unit of its years',
  query: paging.extend({ q: z.string().max(100).optional() }),
  reply: paged(
    z.object({
      itemId: id,
      planTitle: z.string(),
      leafName: z.string(),
      unitName: z.string(),
      points: z.string(),
      fullMark: z.string(),
      issuedOn: day,
      /** Last day for the unit itself; null where the plan opens no window. */
      until: day.nullable(),
      /** The unit may object itself today. */
      open: z.boolean(),
      /** There is one already. */
      objectionId: id.nullable(),
      /** The office may enter a letter. */
      enter: z.boolean(),
    }),
  ),
  errors: [],
})

export const showObjection = query({
  id: 'objection.show',
  method: 'GET',
  path: '/api/objections/:objectionId',
  ability: 'objection.read',
  summary: 'One objection: reasons and files, the answer, the second scoring, the decision, and who acts next',
  params: one,
  reply: row.extend({
    planId: id,
    itemId: id,
    reason: z.string(),
    files,
    letter: z.object({ scanDigest, receivedOn: day }).nullable(),
    answerBy: day.nullable(),
    decideBy: day.nullable(),
    answer: z.object({ facts: z.string(), found, reason: z.string(), files, by: z.string(), on: day }).nullable(),
    rescoring: z.object({ found, reason: z.string(), by: z.string(), on: day }).nullable(),
    decision: z
      .object({
        by: z.enum(objectionDeciders),
        found,
        body: z.string(),
        decidedOn: day,
        words: z.string(),
        number: nullable,
        scanDigest,
        recordedBy: z.string(),
        confirmedBy: nullable,
      })
      .nullable(),
    /** Who decides under the plan. */
    decider: z.enum(objectionDeciders),
    /** A meeting of the platform has it before it: decided there and nowhere else. */
    agenda: z.object({ meetingId: id, title: z.string(), withChanges: z.boolean() }).nullable(),
    /** After a correction: the version in force is still the published one until another is issued. */
    carriedOut: z.enum(['none', 'locked', 'issued']).nullable(),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...objectionCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z
      .object({ command: z.enum(objectionCommands), people: z.array(z.string()), unitName: z.string() })
      .nullable(),
    may: z.array(z.enum(objectionCommands)),
    mayImpact: z.boolean(),
    today: day,
  }),
  errors: [],
})

const fromTo = z.object({ from: nullable, to: nullable })
const placeFromTo = z.object({ from: z.int().nullable(), to: z.int().nullable() })

export const objectionImpact = query({
  id: 'objection.impact',
  method: 'GET',
  path: '/api/objections/:objectionId/impact',
  ability: 'objection.impact',
  summary:
    '影响范围 of other points: whose total, rank and grade would move against the published result; each look is written down',
  params: one,
  query: z.object({ points: quantity }),
  reply: z.object({
    /** Names what is shown; the decision over a correction cites it. */
    digest,
    points: fromTo,
    line: fromTo.extend({ name: z.string() }).nullable(),
    /** False where no year with ranks stands above the plan. */
    ranked: z.boolean(),
    units: z.array(
      z.object({ unitId: id, unitName: z.string(), own: z.boolean(), total: fromTo, rank: placeFromTo, grade: fromTo }),
    ),
  }),
  errors: ['objection.outOfRange', 'objection.unchanged', 'result.hidden'],
})

export const objectionFile = query({
  id: 'objection.file',
  method: 'GET',
  path: '/api/objections/:objectionId/files/:fileDigest',
  ability: 'objection.read',
  summary: 'Evidence of the unit or of who scored, or a scan',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const objectionPaper = query({
  id: 'objection.paper',
  method: 'GET',
  path: '/api/objections/:objectionId/paper',
  ability: 'objection.read',
  summary: '异议复核答复 to the unit; before the decision a marked draft for the office',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: ['objection.notNow'],
})

export const beginObjection = command({
  id: 'objection.begin',
  method: 'POST',
  path: '/api/objections',
  ability: 'objection.begin',
  act: '起草异议',
  summary: 'A unit drafts an objection to one published score of its own',
  body: z.object({ itemId: id, content: contentBody }),
  reply: z.object({ objectionId: id }),
  errors: ['objection.already', 'objection.noWindow', 'objection.windowOver', 'upload.notFound'],
})

export const enterObjection = command({
  id: 'objection.enter',
  method: 'POST',
  path: '/api/objections/letters',
  ability: 'objection.enter',
  act: '登记来函异议',
  summary: 'The office enters an objection that came as a letter, with its scan and the day it came',
  body: z.object({ itemId: id, content: contentBody, receivedOn: day, scanDigest }),
  reply: z.object({ objectionId: id }),
  errors: [
    'objection.already',
    'objection.reasonMissing',
    'objection.scanMissing',
    'objection.inFuture',
    'objection.receivedEarly',
    'objection.receivedLate',
    'upload.notFound',
  ],
})

export const editObjection = command({
  id: 'objection.edit',
  method: 'POST',
  path: '/api/objections/:objectionId/content',
  ability: 'objection.edit',
  act: '修改异议',
  summary: 'The draft is changed before it is sent',
  params: one,
  body: versioned.extend({ content: contentBody }),
  reply: done,
  errors: ['objection.notNow', 'upload.notFound'],
})

export const sendObjection = command({
  id: 'objection.send',
  method: 'POST',
  path: '/api/objections/:objectionId/sending',
  ability: 'objection.send',
  act: '提出异议',
  summary: 'The head of the unit sends it inside the window',
  stepUp: true,
  params: one,
  body: versioned,
  reply: done,
  errors: ['objection.notNow', 'objection.reasonMissing', 'objection.noWindow', 'objection.windowOver'],
})

export const withdrawObjection = command({
  id: 'objection.withdraw',
  method: 'POST',
  path: '/api/objections/:objectionId/withdrawal',
  ability: 'objection.withdraw',
  act: '撤回异议',
  summary: 'The unit does not pursue it; the record stays',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['objection.notNow'],
})

export const registerObjection = command({
  id: 'objection.register',
  method: 'POST',
  path: '/api/objections/:objectionId/registration',
  ability: 'objection.register',
  act: '受理异议',
  summary: 'The office registers it under the next number; the days for the answer and the decision begin',
  params: one,
  body: versioned,
  reply: z.object({ version, documentNumber: z.string() }),
  errors: ['objection.notNow', 'calendar.yearMissing'],
})

export const declineObjection = command({
  id: 'objection.decline',
  method: 'POST',
  path: '/api/objections/:objectionId/refusal',
  ability: 'objection.decline',
  act: '不予受理异议',
  summary: 'The office does not take it up, with the reason',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['objection.notNow'],
})

export const answerObjection = command({
  id: 'objection.answer',
  method: 'POST',
  path: '/api/objections/:objectionId/answer',
  ability: 'objection.answer',
  act: '答复异议',
  summary: 'The scoring unit says what it finds and proposes to keep or correct the points',
  params: one,
  body: versioned.extend({ facts: text(2_000), found: foundBody, reason: text(1_000), files }),
  reply: done,
  errors: [
    'objection.notNow',
    'objection.ownUnit',
    'objection.factsMissing',
    'objection.reasonMissing',
    'objection.outOfRange',
    'objection.unchanged',
    'upload.notFound',
  ],
})

export const rescoreObjection = command({
  id: 'objection.rescore',
  method: 'POST',
  path: '/api/objections/:objectionId/rescoring',
  ability: 'objection.rescore',
  act: '复核异议得分',
  summary: 'Another person of the scoring unit, who neither signed nor answered, scores the item again',
  stepUp: true,
  params: one,
  body: versioned.extend({ found: foundBody, reason: text(1_000) }),
  reply: done,
  errors: [
    'objection.notNow',
    'objection.ownUnit',
    'objection.signedIt',
    'objection.answeredIt',
    'objection.reasonMissing',
    'objection.outOfRange',
    'objection.unchanged',
  ],
})

export const decideObjection = command({
  id: 'objection.decide',
  method: 'POST',
  path: '/api/objections/:objectionId/decision',
  ability: 'objection.decide',
  act: '登记异议决定',
  summary:
    'The group’s decision from its original, or that of the director by delegation; a correction over the 影响范围 that was seen',
  stepUp: true,
  params: one,
  body: versioned.extend({
    decider: z.enum(objectionDeciders),
    found: foundBody,
    /** Of the group: which meeting. Of the delegate it is said by the platform. */
    body: text(200),
    decidedOn: day,
    words: text(1_000),
    number: text(60),
    scanDigest,
    impactDigest: digest.nullable(),
  }),
  reply: done,
  errors: [
    'objection.notNow',
    'objection.onAgenda',
    'objection.groupDecides',
    'objection.directorDecides',
    'objection.ownUnit',
    'objection.bodyMissing',
    'objection.wordsMissing',
    'objection.inFuture',
    'objection.scanMissing',
    'objection.outOfRange',
    'objection.unchanged',
    'objection.impactMoved',
    'upload.notFound',
  ],
})

export const confirmObjection = command({
  id: 'objection.confirm',
  method: 'POST',
  path: '/api/objections/:objectionId/confirmation',
  ability: 'objection.confirm',
  act: '核对异议决定',
  summary: 'A second person finds the same in the original; a correction becomes an adjustment of the item',
  stepUp: true,
  params: one,
  body: versioned,
  reply: done,
  errors: ['objection.notNow', 'objection.samePerson', 'objection.scoreMoved', 'objection.impactMoved'],
})

export const sendBackObjection = command({
  id: 'objection.sendBack',
  method: 'POST',
  path: '/api/objections/:objectionId/return',
  ability: 'objection.sendBack',
  act: '退回异议决定登记',
  summary: 'The second person does not find it in the original: it is entered again',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['objection.notNow', 'objection.samePerson'],
})
