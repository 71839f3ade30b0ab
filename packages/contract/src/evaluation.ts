import { postKinds } from '@quanheng/domain/ability/posts'
import { channelKinds, channelWays } from '@quanheng/domain/evaluation/channel'
import { evaluationStates } from '@quanheng/domain/evaluation/model'
import { evaluationCommands } from '@quanheng/domain/evaluation/transitions'
import { z } from 'zod'
import { command, housekeeping, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 评议: a round over the units that carry one figure of a plan, in channels with weights; its result becomes the figure. */

const one = z.object({ evaluationId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const state = z.enum(evaluationStates)
const points = z.string().max(30)
const tallied = z.int().min(0).max(1_000_000)

const scale = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('marks'), from: points, to: points }),
  z.object({
    kind: z.literal('levels'),
    levels: z.array(z.object({ key: line(20), name: text(20), points })).max(10),
  }),
])
const unknown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('notOffered') }),
  z.object({ kind: z.literal('leftOut') }),
  z.object({ kind: z.literal('counted'), points }),
])

const channel = z.object({
  key: line(20),
  name: text(50),
  kind: z.enum(channelKinds),
  way: z.enum(channelWays),
  weight: points,
  scale,
  unknown,
  /** 强制分布; null: none. */
  spread: z.object({ atLeast: points, percent: points }).nullable(),
  /** 去高去低; null: none. */
  trim: z
    .object({
      whenMoreThan: z.int().min(1).max(10_000),
      by: z.enum(['count', 'percent']),
      highest: z.int().min(0).max(100),
      lowest: z.int().min(0).max(100),
    })
    .nullable(),
  minimum: z.int().min(1).max(10_000),
  mayChange: z.boolean(),
  roster: z.object({ posts: z.array(z.enum(postKinds)).max(30), unitIds: z.array(id).max(500) }),
})

const content = z.object({
  title: text(100),
  outOf: points,
  places: z.int().min(0).max(4),
  whenShort: z.enum(['missing', 'reweigh']),
  opensOn: day,
  /** 领票截止, where a channel is secret. */
  ticketsUntil: day.nullable(),
  closesOn: day,
  channels: z.array(channel).max(10),
})

const mark = z.object({ unitId: id, mark: text(30) })
const countedMark = z.object({ mark: z.string(), n: z.int() })

const row = z.object({
  id,
  version,
  planId: id,
  planTitle: z.string(),
  year: z.int(),
  elementName: z.string(),
  title: z.string(),
  state,
  unitName: z.string(),
  opensOn: day,
  closesOn: day,
  /** People asked on the platform, and ballots that came. */
  asked: z.int(),
  came: z.int(),
  mine: z.boolean(),
})

export const listEvaluations = query({
  id: 'evaluation.list',
  method: 'GET',
  path: '/api/evaluations',
  ability: 'evaluation.read',
  summary: 'Evaluations that my body runs, that I watch over, or that ask for my ballot, the latest first',
  query: paging,
  reply: paged(row),
  errors: [],
})

export const evaluationFigures = query({
  id: 'evaluation.figures',
  method: 'GET',
  path: '/api/evaluations/figures',
  ability: 'evaluation.begin',
  summary: 'Figures of issued plans that my body owes of other units, and that no evaluation is under way for',
  reply: z.object({
    rows: z.array(
      z.object({
        planId: id,
        planTitle: z.string(),
        elementKey: z.string(),
        elementName: z.string(),
        unit: z.string(),
        units: z.int(),
        due: day,
      }),
    ),
  }),
  errors: [],
})

const ballot = z.object({
  channelKey: z.string(),
  units: z.array(z.object({ unitId: id, name: z.string() })),
  /** At most so many units get the high points; null where nothing is forced. */
  mostHigh: z.int().nullable(),
  /** My marks as they stand; empty until sent. */
  marks: z.array(mark),
  sentAt: z.iso.datetime().nullable(),
  /** Names the ballot in the record. */
  receipt: id.nullable(),
  /** Of a secret channel: whether my ticket was taken, and the keys that slips are checked with. */
  ticketTaken: z.boolean(),
  keys: z.array(z.object({ name: z.string(), modulus: z.string(), exponent: z.string() })),
})

const unitTally = z.object({
  unitId: id,
  given: z.int(),
  unknown: z.int(),
  dropped: z.int(),
  base: z.int(),
  /** Null: fewer marks than the channel asks for; how they fell is not shown then. */
  mean: z.string().nullable(),
  rate: z.string().nullable(),
  marks: z.array(countedMark),
})

export const showEvaluation = query({
  id: 'evaluation.show',
  method: 'GET',
  path: '/api/evaluations/:evaluationId',
  ability: 'evaluation.read',
  summary:
    'One evaluation: its plan, who sent a ballot, my own ballots, the counts and the result, each to whom it concerns',
  params: one,
  reply: row.extend({
    content,
    /** 开始评议时固定的方案校验值. */
    digest: digest.nullable(),
    units: z.array(z.object({ unitId: id, name: z.string() })),
    rosterNames: z.record(z.string(), z.string()),
    turnout: z.array(z.object({ channelKey: z.string(), asked: z.int(), came: z.int() })),
    /** Who has not sent a ballot by name, for the body that runs it while it is open. */
    outstanding: z.array(z.object({ channelKey: z.string(), person: z.string(), unitName: z.string() })),
    ballots: z.array(ballot),
    counts: z.array(
      z.object({
        channelKey: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
        handedOut: z.int(),
        returned: z.int(),
        invalid: z.int(),
        units: z.array(z.object({ unitId: id, marks: z.array(countedMark) })),
        scanDigest: digest,
      }),
    ),
    differences: z.array(
      z.object({
        channelKey: z.string(),
        unitId: id.nullable(),
        mark: z.string(),
        first: z.int(),
        second: z.int(),
      }),
    ),
    agreedChannels: z.array(z.string()),
    /** Secret slips after closing, by serial; a mark is null where too few came of the unit. */
    box: z.array(z.object({ channelKey: z.string(), unitId: id, serial: z.string(), mark: z.string().nullable() })),
    boxDigest: digest.nullable(),
    result: z
      .object({
        channels: z.array(
          z.object({ channelKey: z.string(), asked: z.int(), came: z.int(), units: z.array(unitTally) }),
        ),
        units: z.array(z.object({ unitId: id, exact: z.string().nullable(), value: z.string().nullable() })),
      })
      .nullable(),
    fed: z.array(z.object({ datumId: id, unitId: id, value: z.string() })),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...evaluationCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z
      .object({ command: z.enum(evaluationCommands), people: z.array(z.string()), unitName: z.string() })
      .nullable(),
    may: z.array(z.enum(evaluationCommands)),
    /** Runs it or watches over it: reads turnout, counts and result. */
    reads: z.boolean(),
    today: day,
  }),
  errors: [],
})

export const evaluationTable = query({
  id: 'evaluation.table',
  method: 'GET',
  path: '/api/evaluations/:evaluationId/table',
  ability: 'evaluation.read',
  summary: '评议结果统计表 as a table, for who runs it or watches over it',
  params: one,
  query: inTableFormat,
  reply: 'file',
  errors: ['evaluation.notNow'],
})

export const evaluationPaper = query({
  id: 'evaluation.paper',
  method: 'GET',
  path: '/api/evaluations/:evaluationId/paper',
  ability: 'evaluation.read',
  summary: '评议结果统计表 with the record of the count, to be signed by who counted and who watched',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: ['evaluation.notNow'],
})

export const evaluationFile = query({
  id: 'evaluation.file',
  method: 'GET',
  path: '/api/evaluations/:evaluationId/files/:fileDigest',
  ability: 'evaluation.read',
  summary: 'The scan of a tally sheet, for who runs it or watches over it',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const beginEvaluation = command({
  id: 'evaluation.begin',
  method: 'POST',
  path: '/api/evaluations',
  ability: 'evaluation.begin',
  act: '起草评议',
  summary: 'A round is drawn up for one figure that the own body owes of others',
  body: z.object({ planId: id, elementKey: line(100) }),
  reply: z.object({ evaluationId: id }),
  errors: ['evaluation.underWay'],
})

export const saveEvaluation = command({
  id: 'evaluation.save',
  method: 'PUT',
  path: '/api/evaluations/:evaluationId',
  ability: 'evaluation.save',
  act: '修改评议方案',
  summary: 'The plan of the round, as long as it is not open',
  params: one,
  body: versioned.extend({ content }),
  reply: done,
  errors: ['evaluation.notNow'],
})

export const openEvaluation = command({
  id: 'evaluation.open',
  method: 'POST',
  path: '/api/evaluations/:evaluationId/opening',
  ability: 'evaluation.open',
  act: '开始评议',
  summary: 'Plan and rosters are fixed under one digest; everybody asked is told',
  stepUp: true,
  params: one,
  body: versioned,
  reply: done,
  errors: [
    'evaluation.notNow',
    'evaluation.nobodyAsked',
    'evaluation.dayPassed',
    'evaluation.titleMissing',
    'evaluation.daysWrong',
    'evaluation.numberWrong',
    'evaluation.channelMissing',
    'evaluation.channelName',
    'evaluation.weightsWrong',
    'evaluation.scaleWrong',
    'evaluation.spreadWrong',
    'evaluation.trimWrong',
    'evaluation.rosterMissing',
    'evaluation.ticketDaysWrong',
    'evaluation.secretMinimum',
  ],
})

export const castBallot = command({
  id: 'evaluation.cast',
  method: 'POST',
  path: '/api/evaluations/:evaluationId/ballots',
  ability: 'evaluation.cast',
  act: '提交实名评议票',
  summary:
    'My ballot of one channel, by name: every unit on it once; changed until the round closes where that is declared',
  params: one,
  body: z.object({ channelKey: line(20), marks: z.array(mark).max(500) }),
  reply: z.object({ receipt: id, version }),
  errors: [
    'evaluation.notNow',
    'evaluation.notAsked',
    'evaluation.notOpen',
    'evaluation.sentAlready',
    'evaluation.unitMissing',
    'evaluation.unitStrange',
    'evaluation.markWrong',
    'evaluation.spreadExceeded',
  ],
})

const hidden = z
  .string()
  .max(1_024)
  .regex(/^[0-9a-f]+$/)
const serial = z.string().regex(/^[0-9a-f]{32}$/)

export const takeTicket = command({
  id: 'evaluation.ticket',
  method: 'POST',
  path: '/api/evaluations/:evaluationId/tickets',
  ability: 'evaluation.cast',
  act: '领取无记名选票',
  summary: 'My slips of a secret channel, signed blind: who has taken one is known, which is whose is not',
  params: one,
  body: z.object({
    channelKey: line(20),
    units: z.array(z.object({ unitId: id, hidden })).max(500),
    high: z.array(hidden).max(500),
  }),
  reply: z.object({
    units: z.array(z.object({ unitId: id, signed: z.string() })),
    high: z.array(z.string()),
  }),
  errors: [
    'evaluation.notNow',
    'evaluation.notAsked',
    'evaluation.noTicketsNow',
    'evaluation.ticketTaken',
    'evaluation.unitStrange',
    'evaluation.slipInvalid',
  ],
})

export const dropBallot = housekeeping({
  id: 'evaluation.drop',
  method: 'POST',
  path: '/api/ballot-box',
  ability: 'public',
  summary: 'Secret slips go into the box: without a session, an act, a time or a line in any log (docs/adr/0055)',
  body: z.object({
    evaluationId: id,
    channelKey: line(20),
    slips: z
      .array(
        z.object({
          unitId: id,
          mark: text(30),
          serial,
          signature: hidden,
          high: z.object({ serial, signature: hidden }).nullable(),
        }),
      )
      .min(1)
      .max(500),
  }),
  reply: z.object({ dropped: z.int() }),
  errors: [
    'evaluation.namedSender',
    'evaluation.boxShut',
    'evaluation.slipInvalid',
    'evaluation.permitMissing',
    'evaluation.slipSpent',
    'evaluation.markWrong',
  ],
})

export const evaluationSlips = query({
  id: 'evaluation.slips',
  method: 'GET',
  path: '/api/evaluations/:evaluationId/slips',
  ability: 'evaluation.read',
  summary: 'The list of secret slips as a table, to be counted by anybody who may see the round',
  params: one,
  query: inTableFormat,
  reply: 'file',
  errors: ['evaluation.notNow'],
})

export const countBallots = command({
  id: 'evaluation.count',
  method: 'POST',
  path: '/api/evaluations/:evaluationId/counts',
  ability: 'evaluation.count',
  act: '登记纸质票计票',
  summary: 'One person’s count of the ballots on paper; it holds once another person’s agrees',
  params: one,
  body: versioned.extend({
    channelKey: line(20),
    handedOut: tallied,
    returned: tallied,
    invalid: tallied,
    units: z
      .array(z.object({ unitId: id, marks: z.array(z.object({ mark: text(30), n: tallied })).max(500) }))
      .max(500),
    scanDigest: digest.nullable(),
  }),
  reply: done,
  errors: [
    'evaluation.notNow',
    'evaluation.notPaper',
    'evaluation.countAgreed',
    'evaluation.scanMissing',
    'evaluation.countWrong',
    'evaluation.ballotsDoNotAgree',
    'evaluation.unitStrange',
    'evaluation.markWrong',
    'upload.notFound',
  ],
})

export const closeEvaluation = command({
  id: 'evaluation.close',
  method: 'POST',
  path: '/api/evaluations/:evaluationId/closing',
  ability: 'evaluation.close',
  act: '结束评议填票',
  summary: 'No more ballots: after the last day, or once everybody has sent one',
  params: one,
  body: versioned,
  reply: done,
  errors: ['evaluation.notNow', 'evaluation.stillRunning'],
})

export const tallyEvaluation = command({
  id: 'evaluation.tally',
  method: 'POST',
  path: '/api/evaluations/:evaluationId/tally',
  ability: 'evaluation.tally',
  act: '评议计票',
  summary: 'Every channel and the whole, computed exactly and kept',
  params: one,
  body: versioned,
  reply: done,
  errors: ['evaluation.notNow', 'evaluation.countOpen'],
})

export const feedEvaluation = command({
  id: 'evaluation.feed',
  method: 'POST',
  path: '/api/evaluations/:evaluationId/feeding',
  ability: 'evaluation.feed',
  act: '报送评议结果',
  summary: 'The results become the plan’s figures, to be confirmed by a second person like any other',
  stepUp: true,
  params: one,
  body: versioned.extend({ lateReason: text(500) }),
  reply: done,
  errors: [
    'evaluation.notNow',
    'evaluation.nothingToFeed',
    'evaluation.figureReported',
    'datum.notNow',
    'datum.notYours',
    'datum.lateReasonMissing',
    'datum.reasonMissing',
  ],
})

export const cancelEvaluation = command({
  id: 'evaluation.cancel',
  method: 'POST',
  path: '/api/evaluations/:evaluationId/cancellation',
  ability: 'evaluation.cancel',
  act: '撤销评议',
  summary: 'It is not pursued; its record stays, and the figure may be evaluated anew',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['evaluation.notNow'],
})
