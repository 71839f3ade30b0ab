import { rectificationStates } from '@quanheng/domain/rectification/model'
import { supervisionKinds, supervisionStates } from '@quanheng/domain/supervision/model'
import { tickets } from '@quanheng/domain/supervision/ticket'
import { supervisionCommands } from '@quanheng/domain/supervision/transitions'
import { supervisionVisitStates } from '@quanheng/domain/supervision-visit/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, line, paged, paging, reason, text, version } from './shapes.ts'

/** 督查: the office sent by the head within a written scope; its visits, and what they found (沈8 附件1 十三). */

const one = z.object({ supervisionId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const kind = z.enum(supervisionKinds)
const state = z.enum(supervisionStates)
const scanDigest = digest.nullable()
const times = z.int().min(1).max(99)
const ladder = z.object({
  yellowTimes: times,
  redTimes: times,
  yellowLate: times,
  redLate: times,
  follows: z.object({ hint: text(200), yellow: text(200), red: text(200) }),
})
const content = z.object({
  kind,
  title: text(200),
  basis: text(500),
  /** One paragraph a line. */
  wording: text(10_000),
  subjects: z.array(line(100)).max(50),
  unitIds: z.array(id).max(500),
  from: day.nullable(),
  to: day.nullable(),
  ladder,
})

const row = z.object({
  id,
  version,
  kind,
  state,
  title: z.string(),
  unitName: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  units: z.int(),
  /** Visits written up so far. */
  visited: z.int(),
  items: z.int(),
  closed: z.int(),
  mine: z.boolean(),
})

export const listSupervisions = query({
  id: 'supervision.list',
  method: 'GET',
  path: '/api/supervisions',
  ability: 'supervision.read',
  summary: 'Orders of supervision in sight, those under way first',
  query: paging.extend({ q: z.string().max(100).optional(), kind: kind.optional(), state: state.optional() }),
  reply: paged(row),
  errors: [],
})

export const supervisionGround = query({
  id: 'supervision.ground',
  method: 'GET',
  path: '/api/supervisions/ground',
  ability: 'supervision.begin',
  summary:
    'To choose from: units with how often each was visited this year, indicators of issued plans, the last ladder',
  reply: z.object({
    year: z.int(),
    /** Supervision and verification together: what the unit has to bear. */
    units: z.array(
      z.object({ unitId: id, name: z.string(), supervised: z.int(), verified: z.int(), planned: z.int() }),
    ),
    subjects: z.array(z.string()),
    ladder,
  }),
  errors: [],
})

export const showSupervision = query({
  id: 'supervision.show',
  method: 'GET',
  path: '/api/supervisions/:supervisionId',
  ability: 'supervision.read',
  summary: 'One order: scope, the visits with their burden, what was found and how far it is put right',
  params: one,
  reply: row.extend({
    basis: z.string(),
    wording: z.string(),
    subjects: z.array(z.string()),
    unitIds: z.array(id),
    ladder,
    order: z.object({ words: z.string(), on: day, by: z.string(), scanDigest }).nullable(),
    conclusion: z.object({ words: z.string(), on: day, by: z.string(), circularId: id.nullable() }).nullable(),
    visits: z.array(
      z.object({
        supervisionVisitId: id,
        unitName: z.string(),
        state: z.enum(supervisionVisitStates),
        on: day.nullable(),
        findings: z.int(),
        /** Visits of this unit in the year of this one, itself counted once written up; before that, in the present year. */
        inYear: z.int(),
        items: z.array(
          z.object({
            rectificationId: id,
            subject: z.string(),
            state: z.enum(rectificationStates),
            ticket: z.enum(tickets),
          }),
        ),
      }),
    ),
    /** Before the order: the units chosen, with this year's visits. */
    chosen: z.array(z.object({ unitName: z.string(), inYear: z.int() })),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...supervisionCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z
      .object({ command: z.enum(supervisionCommands), people: z.array(z.string()), unitName: z.string() })
      .nullable(),
    may: z.array(z.enum(supervisionCommands)),
    today: day,
  }),
  errors: [],
})

export const supervisionFile = query({
  id: 'supervision.file',
  method: 'GET',
  path: '/api/supervisions/:supervisionId/files/:fileDigest',
  ability: 'supervision.read',
  summary: 'The scan of the order as the head wrote it',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

const unsound = [
  'supervision.titleMissing',
  'supervision.periodReversed',
  'supervision.ladderWrong',
  'platform.notFound',
] as const

export const beginSupervision = command({
  id: 'supervision.begin',
  method: 'POST',
  path: '/api/supervisions',
  ability: 'supervision.begin',
  act: '起草督查方案',
  summary: 'The office drafts an order of supervision',
  body: z.object({ content }),
  reply: z.object({ supervisionId: id }),
  errors: [...unsound],
})

export const editSupervision = command({
  id: 'supervision.edit',
  method: 'POST',
  path: '/api/supervisions/:supervisionId/content',
  ability: 'supervision.edit',
  act: '修改督查方案',
  summary: 'The draft is changed before it goes to the head',
  params: one,
  body: versioned.extend({ content }),
  reply: done,
  errors: ['supervision.notNow', ...unsound],
})

export const proposeSupervision = command({
  id: 'supervision.propose',
  method: 'POST',
  path: '/api/supervisions/:supervisionId/proposal',
  ability: 'supervision.propose',
  act: '督查方案报组长批准',
  summary: 'To the head, once basis, units, subjects and period are there',
  params: one,
  body: versioned,
  reply: done,
  errors: [
    'supervision.notNow',
    'supervision.basisMissing',
    'supervision.unitsMissing',
    'supervision.subjectsMissing',
    'supervision.periodMissing',
  ],
})

export const orderSupervision = command({
  id: 'supervision.order',
  method: 'POST',
  path: '/api/supervisions/:supervisionId/order',
  ability: 'supervision.order',
  act: '批准督查',
  summary: 'The head sends the office; the office registers what the head wrote, with its scan',
  stepUp: true,
  params: one,
  body: versioned.extend({ words: text(1_000), on: day, scanDigest }),
  reply: done,
  errors: ['supervision.notNow', 'supervision.scanMissing', 'supervision.inFuture', 'upload.notFound'],
})

export const returnSupervision = command({
  id: 'supervision.return',
  method: 'POST',
  path: '/api/supervisions/:supervisionId/return',
  ability: 'supervision.return',
  act: '退回督查方案',
  summary: 'The head sends it back',
  params: one,
  body: versioned.extend({ reason, scanDigest }),
  reply: done,
  errors: ['supervision.notNow', 'supervision.scanMissing', 'upload.notFound'],
})

export const cancelSupervision = command({
  id: 'supervision.cancel',
  method: 'POST',
  path: '/api/supervisions/:supervisionId/cancellation',
  ability: 'supervision.cancel',
  act: '撤销督查方案',
  summary: 'It is not carried out; its record stays',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['supervision.notNow'],
})

export const concludeSupervision = command({
  id: 'supervision.conclude',
  method: 'POST',
  path: '/api/supervisions/:supervisionId/conclusion',
  ability: 'supervision.conclude',
  act: '结束督查并起草通报',
  summary:
    'Once every visit is settled or left out: 督查通报 is drafted as a circular to the visited units and the group, where any was visited',
  params: one,
  body: versioned.extend({ words: text(2_000) }),
  reply: done.extend({ circularId: id.nullable() }),
  errors: ['supervision.notNow', 'supervision.visitsOpen'],
})
