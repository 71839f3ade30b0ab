import { postKinds } from '@quanheng/domain/ability/posts'
import { selfReviewStates } from '@quanheng/domain/self-review/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { id, inTableFormat, reason, version, words } from './shapes.ts'

/** 自查自评: what units give themselves and why, signed, beside what they were given. */

const author = z.object({ name: z.string(), post: z.enum(postKinds), unitName: z.string(), at: z.iso.datetime() })
const state = z.enum(selfReviewStates).nullable()
const place = z.object({ planId: id, unitId: id })

const unit = z.object({
  planId: id,
  planTitle: z.string(),
  ownerName: z.string(),
  unitId: id,
  unitName: z.string(),
  /** Null where nothing was written yet. */
  state,
  signedAt: z.iso.datetime().nullable(),
})

export const listSelfReviews = query({
  id: 'selfReview.list',
  method: 'GET',
  path: '/api/self-reviews',
  ability: 'selfReview.read',
  summary: 'Units of plans that ask for self-review: own ones, and those that the caller scores',
  reply: z.object({ own: z.array(unit), others: z.array(unit) }),
  errors: [],
})

export const showSelfReview = query({
  id: 'selfReview.show',
  method: 'GET',
  path: '/api/plans/:planId/self-reviews/:unitId',
  ability: 'selfReview.read',
  summary: '自评分, 初评分 and 核定分 of one unit side by side, as far as each may be seen; a draft is the unit’s own',
  params: place,
  reply: unit.extend({
    id: id.nullable(),
    version: version.nullable(),
    report: z.string(),
    signed: author.nullable(),
    returned: author.extend({ reason: z.string() }).nullable(),
    rows: z.array(
      z.object({
        itemId: id,
        name: z.string(),
        fullMark: z.string(),
        self: z.string().nullable(),
        reason: z.string(),
        first: z.string().nullable(),
        final: z.string().nullable(),
      }),
    ),
    may: z.array(z.enum(['save', 'sign', 'return'])),
  }),
  errors: [],
})

export const exportSelfReview = query({
  id: 'selfReview.export',
  method: 'GET',
  path: '/api/plans/:planId/self-reviews/:unitId/table',
  ability: 'selfReview.read',
  summary: '自评表 of one unit as .xlsx',
  params: place,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

const changed = z.object({ version })
const one = z.object({ selfReviewId: id })

export const saveSelfReview = command({
  id: 'selfReview.save',
  method: 'POST',
  path: '/api/plans/:planId/self-reviews',
  ability: 'selfReview.save',
  act: '填写自查自评',
  summary: 'Own scores, reasons and report of a unit, half filled or whole; nobody else sees them before the signature',
  params: z.object({ planId: id }),
  body: z.object({
    unitId: id,
    /** Null the first time. */
    version: version.nullable(),
    rows: z.array(z.object({ itemId: id, points: z.string().max(60), reason: words.max(500) })).max(500),
    report: words,
  }),
  reply: changed.extend({ selfReviewId: id }),
  errors: ['selfReview.notWanted', 'selfReview.locked', 'selfReview.signed', 'selfReview.outOfRange', 'platform.stale'],
})

export const signSelfReview = command({
  id: 'selfReview.sign',
  method: 'POST',
  path: '/api/self-reviews/:selfReviewId/sign',
  ability: 'selfReview.sign',
  act: '签字确认自查自评',
  summary: 'The head of the unit signs its self-review, which goes to the side that scores',
  stepUp: true,
  params: one,
  body: z.object({ version }),
  reply: changed,
  errors: [
    'selfReview.locked',
    'selfReview.signed',
    'selfReview.incomplete',
    'selfReview.reportMissing',
    'platform.stale',
  ],
})

export const returnSelfReview = command({
  id: 'selfReview.return',
  method: 'POST',
  path: '/api/self-reviews/:selfReviewId/return',
  ability: 'selfReview.return',
  act: '退回自查自评',
  summary: 'Send a signed self-review back with what is to be mended; its signature falls',
  params: one,
  body: z.object({ version, reason }),
  reply: changed,
  errors: ['selfReview.locked', 'selfReview.notSigned', 'platform.stale'],
})
