import { postKinds } from '@quanheng/domain/ability/posts'
import { circularKinds, circularStates, circularTopics } from '@quanheng/domain/circular/model'
import { addressablePosts, circularCommands } from '@quanheng/domain/circular/transitions'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 信息通报: 通知、通报、简报 to organs, units and posts, who sign for them (沈8 附件1 十、十二). */

const one = z.object({ circularId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const nullable = z.string().nullable()
const kind = z.enum(circularKinds)
const topic = z.enum(circularTopics)
const state = z.enum(circularStates)
const file = z.object({ digest, name: line(200) })
const scanDigest = digest.nullable()

const contentBody = z.object({
  kind,
  topic,
  title: text(200),
  /** What it passes on: paper and number, or whose instruction and when. */
  source: text(300),
  /** One paragraph a line. */
  wording: text(20_000),
  files: z.array(file).max(20),
  /** The meeting whose decisions it makes known. */
  meetingId: id.nullable(),
  /** 发文机关标志; null for the unit's own of the kind. */
  letterheadId: id.nullable(),
  /** The book that gives the number; null where it comes from the OA, or for a briefing. */
  bookId: id.nullable(),
  /** Every seat of the leading group. */
  toGroup: z.boolean(),
  toUnitIds: z.array(id).max(300),
  toPosts: z.array(z.object({ unitId: id, post: z.enum(addressablePosts) })).max(300),
  signBy: day.nullable(),
})

const row = z.object({
  id,
  version,
  kind,
  topic,
  state,
  title: z.string(),
  unitName: z.string(),
  documentNumber: nullable,
  /** 第N期 of a briefing. */
  issue: z.int().nullable(),
  issuedOn: day.nullable(),
  signBy: day.nullable(),
  receivers: z.int(),
  signed: z.int(),
  /** I sign for it, or take it forward. */
  mine: z.boolean(),
})

const filters = z.object({
  q: z.string().max(100).optional(),
  kind: kind.optional(),
  topic: topic.optional(),
  state: state.optional(),
})

export const listCirculars = query({
  id: 'circular.list',
  method: 'GET',
  path: '/api/circulars',
  ability: 'circular.read',
  summary: 'Circulars in sight: those that wait for somebody first, then the latest issued',
  query: paging.extend(filters.shape),
  reply: paged(row),
  errors: [],
})

export const exportCirculars = query({
  id: 'circular.export',
  method: 'GET',
  path: '/api/circulars/table',
  ability: 'circular.read',
  summary: 'The filtered list as a table',
  query: filters.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

export const showCircular = query({
  id: 'circular.show',
  method: 'GET',
  path: '/api/circulars/:circularId',
  ability: 'circular.read',
  summary: 'One circular: text, attachments, who received it, who read and signed, and who acts next',
  params: one,
  reply: row.extend({
    letterheadId: id.nullable(),
    bookId: id.nullable(),
    source: z.string(),
    wording: z.string(),
    files: z.array(file),
    meeting: z.object({ meetingId: id, title: z.string() }).nullable(),
    to: z.object({
      group: z.boolean(),
      units: z.array(z.object({ unitId: id, unitName: z.string() })),
      posts: z.array(z.object({ unitId: id, unitName: z.string(), post: z.enum(postKinds) })),
    }),
    issuedBy: nullable,
    /** I read it as its office: every receipt, not mine alone. */
    ofOffice: z.boolean(),
    issueScan: scanDigest,
    /** Whom it reached; before it is issued, whom it would reach today. A receiver without the office sees its own alone. */
    receipts: z.array(
      z.object({
        key: z.string(),
        unitName: z.string(),
        post: z.enum(postKinds).nullable(),
        personName: nullable,
        /** Who opened it first, and when. */
        readBy: nullable,
        readAt: z.iso.datetime().nullable(),
        signedBy: nullable,
        signedAt: z.iso.datetime().nullable(),
        /** Of the sheet signed by hand. */
        scanDigest,
        /** I sign for this receiver. */
        mine: z.boolean(),
      }),
    ),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...circularCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z.object({ command: z.enum(circularCommands), people: z.array(z.string()), unitName: z.string() }).nullable(),
    may: z.array(z.enum(circularCommands)),
    today: day,
  }),
  errors: [],
})

export const circularFile = query({
  id: 'circular.file',
  method: 'GET',
  path: '/api/circulars/:circularId/files/:fileDigest',
  ability: 'circular.read',
  summary: 'An attachment, or a scan that the office registered',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

/** The paper itself · 签收单. */
export const circularPapers = ['text', 'receipts'] as const
export type CircularPaper = (typeof circularPapers)[number]

export const circularPaper = query({
  id: 'circular.paper',
  method: 'GET',
  path: '/api/circulars/:circularId/papers',
  ability: 'circular.read',
  summary: 'The red-headed paper, before it is issued as a marked draft; or the sheet on which receivers sign',
  params: one,
  query: inFormat.extend({ paper: z.enum(circularPapers) }),
  reply: 'file',
  errors: ['circular.notNow'],
})

export const circularReceipts = query({
  id: 'circular.receipts',
  method: 'GET',
  path: '/api/circulars/:circularId/receipts',
  ability: 'circular.urge',
  summary: 'Who has read and signed, and who has not, with whom to call, as a table',
  params: one,
  query: inTableFormat,
  reply: 'file',
  errors: ['circular.notNow'],
})

export const beginCircular = command({
  id: 'circular.begin',
  method: 'POST',
  path: '/api/circulars',
  ability: 'circular.begin',
  act: '起草信息通报',
  summary: 'The office begins a circular',
  body: z.object({ content: contentBody }),
  reply: z.object({ circularId: id }),
  errors: ['circular.titleMissing', 'upload.notFound'],
})

export const editCircular = command({
  id: 'circular.edit',
  method: 'POST',
  path: '/api/circulars/:circularId/content',
  ability: 'circular.edit',
  act: '修改信息通报',
  summary: 'Text, attachments or addressees are changed before it is signed off',
  params: one,
  body: versioned.extend({ content: contentBody }),
  reply: done,
  errors: ['circular.notNow', 'circular.titleMissing', 'upload.notFound'],
})

export const proposeCircular = command({
  id: 'circular.propose',
  method: 'POST',
  path: '/api/circulars/:circularId/proposal',
  ability: 'circular.propose',
  act: '信息通报送签',
  summary: 'The draft goes to head or director',
  params: one,
  body: versioned,
  reply: done,
  errors: [
    'circular.notNow',
    'circular.bodyMissing',
    'circular.sourceMissing',
    'circular.meetingMissing',
    'circular.meetingUnknown',
    'circular.receiversMissing',
    'circular.nobodyThere',
    'circular.signByPast',
  ],
})

export const issueCircular = command({
  id: 'circular.issue',
  method: 'POST',
  path: '/api/circulars/:circularId/issue',
  ability: 'circular.issue',
  act: '印发信息通报',
  summary: 'Goes out under a number, or as the next issue of the year; whom it reaches is fixed',
  stepUp: true,
  params: one,
  body: versioned.extend({ documentNumber: text(60), on: day, scanDigest }),
  reply: z.object({ version, documentNumber: nullable, issue: z.int().nullable() }),
  errors: [
    'circular.notNow',
    'circular.samePerson',
    'circular.scanMissing',
    'circular.numberMissing',
    'circular.inFuture',
    'circular.nobodyThere',
    'upload.notFound',
  ],
})

export const returnCircular = command({
  id: 'circular.return',
  method: 'POST',
  path: '/api/circulars/:circularId/return',
  ability: 'circular.return',
  act: '退回信息通报',
  summary: 'Sent back to be changed',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['circular.notNow'],
})

export const discardCircular = command({
  id: 'circular.discard',
  method: 'POST',
  path: '/api/circulars/:circularId/disposal',
  ability: 'circular.discard',
  act: '作废信息通报草稿',
  summary: 'A draft that will not go out',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['circular.notNow'],
})

/** No version is asked: many sign at once, and nobody's signature stands against another's. */
export const signCircular = command({
  id: 'circular.sign',
  method: 'POST',
  path: '/api/circulars/:circularId/receipts',
  ability: 'circular.sign',
  act: '签收信息通报',
  summary: 'A receiver signs for it, a unit by one of its receiving posts',
  params: one,
  body: z.object({ key: line(60) }),
  reply: done,
  errors: ['circular.notNow', 'circular.notReceiver', 'circular.alreadySigned'],
})

export const registerCircularReceipt = command({
  id: 'circular.registerReceipt',
  method: 'POST',
  path: '/api/circulars/:circularId/receipts/paper',
  ability: 'circular.registerReceipt',
  act: '登记纸质签收',
  summary: 'The office registers a receiver who signed on paper, with the scan',
  params: one,
  body: z.object({ key: line(60), scanDigest: digest }),
  reply: done,
  errors: ['circular.notNow', 'circular.notReceiver', 'circular.alreadySigned', 'upload.notFound'],
})

export const urgeCircular = command({
  id: 'circular.urge',
  method: 'POST',
  path: '/api/circulars/:circularId/urging',
  ability: 'circular.urge',
  act: '催签收',
  summary: 'Everybody who has not signed is told again, once a day at most',
  params: one,
  body: versioned,
  reply: done,
  errors: ['circular.notNow', 'circular.allSigned', 'circular.urgedToday'],
})

export const withdrawCircular = command({
  id: 'circular.withdraw',
  method: 'POST',
  path: '/api/circulars/:circularId/withdrawal',
  ability: 'circular.withdraw',
  act: '撤回信息通报',
  summary: 'Withdrawn with a reason that its receivers are told; the paper stays as it went out',
  stepUp: true,
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['circular.notNow'],
})
