import { postKinds } from '@quanheng/domain/ability/posts'
import { answerOutcomes } from '@quanheng/domain/matter/model'
import { reviewEntryKinds, reviewStates } from '@quanheng/domain/year-review/model'
import { reviewCommands } from '@quanheng/domain/year-review/transitions'
import { z } from 'zod'
import { comparePlan } from './plan.ts'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 年度总结复盘: entries of all units, answered and summed up by the office, taken by the head, carried into next year's plan (沈8 附件1 六). */

const one = z.object({ reviewId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const state = z.enum(reviewStates)
const entryKind = z.enum(reviewEntryKinds)
const outcome = z.enum(answerOutcomes)
const scanDigest = digest.nullable()
const key = line(100)

const row = z.object({
  id,
  version,
  planId: id,
  year: z.int(),
  title: z.string(),
  state,
  unitName: z.string(),
  until: day,
  entries: z.int(),
  /** Units that brought something. */
  units: z.int(),
  takenOn: day.nullable(),
  mine: z.boolean(),
})

export const listReviews = query({
  id: 'yearReview.list',
  method: 'GET',
  path: '/api/year-reviews',
  ability: 'yearReview.read',
  summary: 'Reviews of the years whose plan I see, the latest first',
  query: paging,
  reply: paged(row),
  errors: [],
})

export const reviewPlans = query({
  id: 'yearReview.plans',
  method: 'GET',
  path: '/api/year-reviews/plans',
  ability: 'yearReview.begin',
  summary: 'Issued year plans of my office whose review is not under way',
  reply: z.object({ rows: z.array(z.object({ planId: id, year: z.int(), title: z.string() })) }),
  errors: [],
})

export const showReview = query({
  id: 'yearReview.show',
  method: 'GET',
  path: '/api/year-reviews/:reviewId',
  ability: 'yearReview.read',
  summary:
    'One review: what is asked, the entries that I may see, the summary, what the head said, and what was carried on',
  params: one,
  reply: row.extend({
    asks: z.string(),
    summary: z.string(),
    /** The own unit’s; to the office and the head all; to everybody, once it is taken, those that were taken up. */
    lines: z.array(
      z.object({
        id,
        kind: entryKind,
        nodeName: z.string().nullable(),
        text: z.string(),
        wanted: z.string().nullable(),
        unitName: z.string(),
        sectionName: z.string(),
        by: z.string(),
        post: z.enum(postKinds),
        at: z.iso.datetime(),
        answer: z.object({ outcome, reason: z.string() }).nullable(),
        /** Brought by my unit, and still to be taken back. */
        own: z.boolean(),
      }),
    ),
    nodes: z.array(z.object({ key, name: z.string() })),
    taking: z.object({ words: z.string(), on: day, by: z.string(), scanDigest }).nullable(),
    carried: z.array(z.object({ planId: id, title: z.string(), on: day })),
    /** Later drafts into which it may be carried, or that are compared with this year. */
    drafts: z.array(z.object({ planId: id, year: z.int(), title: z.string(), version })),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...reviewCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z.object({ command: z.enum(reviewCommands), people: z.array(z.string()), unitName: z.string() }).nullable(),
    may: z.array(z.enum(reviewCommands)),
    today: day,
  }),
  errors: [],
})

export const exportReviewEntries = query({
  id: 'yearReview.entries',
  method: 'GET',
  path: '/api/year-reviews/:reviewId/table',
  ability: 'yearReview.read',
  summary: 'The entries that I may see, as .xlsx',
  params: one,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const reviewPaper = query({
  id: 'yearReview.paper',
  method: 'GET',
  path: '/api/year-reviews/:reviewId/paper',
  ability: 'yearReview.read',
  summary: '年度总结复盘报告; before it is taken a marked draft, for the office and the head',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: ['yearReview.summaryMissing'],
})

export const reviewFile = query({
  id: 'yearReview.file',
  method: 'GET',
  path: '/api/year-reviews/:reviewId/files/:fileDigest',
  ability: 'yearReview.read',
  summary: 'What the head wrote, for the office and the head',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const compareWithReviewed = query({
  id: 'yearReview.compare',
  method: 'GET',
  path: '/api/year-reviews/:reviewId/comparison',
  ability: 'yearReview.read',
  summary: 'Every difference between the plan of the year and a later one as it is drafted',
  params: one,
  query: z.object({ planId: id }),
  reply: comparePlan.reply,
  errors: [],
})

export const beginReview = command({
  id: 'yearReview.begin',
  method: 'POST',
  path: '/api/year-reviews',
  ability: 'yearReview.begin',
  act: '发起年度总结复盘',
  summary: 'The office asks all units of a year plan',
  body: z.object({ planId: id, asks: text(2_000), until: day }),
  reply: z.object({ reviewId: id }),
  errors: ['yearReview.untilPast', 'yearReview.underWay'],
})

export const contribute = command({
  id: 'yearReview.contribute',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/entries',
  ability: 'yearReview.contribute',
  act: '提出总结复盘意见',
  summary: 'A unit says what worked, what did not, or what should change; many may at once',
  params: one,
  body: z.object({
    unitId: id,
    kind: entryKind,
    /** Empty: of the year as a whole. */
    nodeKey: text(100),
    text: text(2_000),
    wanted: text(1_000),
  }),
  reply: done,
  errors: [
    'yearReview.notNow',
    'yearReview.over',
    'yearReview.textMissing',
    'yearReview.wantedMissing',
    'yearReview.nodeUnknown',
  ],
})

export const dropEntry = command({
  id: 'yearReview.drop',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/entries/:entryId/removal',
  ability: 'yearReview.drop',
  act: '撤回总结复盘意见',
  summary: 'The unit takes an entry back before the office sorts them',
  params: one.extend({ entryId: id }),
  body: z.object({}),
  reply: done,
  errors: ['yearReview.notNow', 'yearReview.entryUnknown'],
})

export const closeReview = command({
  id: 'yearReview.close',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/closing',
  ability: 'yearReview.close',
  act: '结束总结复盘征集',
  summary: 'Nothing more is taken in; the office sorts',
  params: one,
  body: versioned,
  reply: done,
  errors: ['yearReview.notNow'],
})

export const answerEntries = command({
  id: 'yearReview.answer',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/answers',
  ability: 'yearReview.answer',
  act: '登记总结复盘意见采纳情况',
  summary: 'Each entry taken up, partly or not, with the reason',
  params: one,
  body: versioned.extend({
    answers: z.array(z.object({ entryId: id, outcome, reason: text(1_000) })).max(2_000),
  }),
  reply: done,
  errors: ['yearReview.notNow', 'yearReview.entryUnknown', 'yearReview.reasonMissing'],
})

export const summariseReview = command({
  id: 'yearReview.summarise',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/summary',
  ability: 'yearReview.summarise',
  act: '撰写年度总结复盘',
  summary: 'The office writes what the year showed',
  params: one,
  body: versioned.extend({ summary: text(20_000) }),
  reply: done,
  errors: ['yearReview.notNow'],
})

export const proposeReview = command({
  id: 'yearReview.propose',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/proposal',
  ability: 'yearReview.propose',
  act: '总结复盘报请审定',
  summary: 'To the head, once every entry has its answer and the summary is written',
  params: one,
  body: versioned,
  reply: done,
  errors: ['yearReview.notNow', 'yearReview.unanswered', 'yearReview.summaryMissing'],
})

export const takeReview = command({
  id: 'yearReview.take',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/taking',
  ability: 'yearReview.take',
  act: '审定年度总结复盘',
  summary: 'The head takes it; the office registers what the head wrote, with its scan',
  stepUp: true,
  params: one,
  body: versioned.extend({ words: text(1_000), on: day, scanDigest }),
  reply: done,
  errors: ['yearReview.notNow', 'yearReview.scanMissing', 'yearReview.inFuture', 'upload.notFound'],
})

export const returnReview = command({
  id: 'yearReview.return',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/return',
  ability: 'yearReview.return',
  act: '退回年度总结复盘',
  summary: 'Back to the office',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['yearReview.notNow'],
})

export const carryReview = command({
  id: 'yearReview.carry',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/carrying',
  ability: 'yearReview.carry',
  act: '改进建议列入下年方案',
  summary: 'Changes that were taken up wait in 方案校核 of a later year’s draft',
  params: one,
  body: versioned.extend({ planId: id, planVersion: version }),
  reply: done,
  errors: [
    'yearReview.notNow',
    'yearReview.nothingToCarry',
    'yearReview.notLater',
    'yearReview.carriedAlready',
    'plan.notNow',
    'plan.otherUnit',
  ],
})

export const cancelReview = command({
  id: 'yearReview.cancel',
  method: 'POST',
  path: '/api/year-reviews/:reviewId/cancellation',
  ability: 'yearReview.cancel',
  act: '撤销年度总结复盘',
  summary: 'It is not pursued; its record stays, and the year may be reviewed anew',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['yearReview.notNow'],
})
