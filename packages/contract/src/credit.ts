import { creditStates, decisionEffects, entryKinds } from '@quanheng/domain/credit/model'
import { creditCommands } from '@quanheng/domain/credit/transitions'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inTableFormat, line, paged, paging, reason, text, version, words } from './shapes.ts'

/** 加减分核定: bonus claims, proposed deductions and veto facts, from the writing they begin with to the decision they end in. */

const one = z.object({ creditId: id })
const versioned = z.object({ version })
const nullable = z.string().nullable()
const kind = z.enum(entryKinds)
const state = z.enum(creditStates)
const file = z.object({ digest, name: line(200) })
const at = z.iso.datetime()

const proof = z.object({ title: text(200), number: text(60), issuer: text(100), on: day })

/** What is claimed or proposed. Points stay empty for a veto; class or gate as the plan has them. */
const claimBody = z.object({
  matter: text(200),
  classKey: z.string().max(100).nullable(),
  gateKey: z.string().max(100).nullable(),
  points: z.string().max(60),
  proof,
  level: text(60),
  honoured: text(300),
  files: z.array(file).max(20),
})

const row = z.object({
  id,
  version,
  planId: id,
  planTitle: z.string(),
  year: z.int(),
  kind,
  state,
  unitName: z.string(),
  matter: z.string(),
  /** Name of its class of 加减分, or of its veto. */
  className: nullable,
  claimed: nullable,
  /** What is put before the deciding body, or what it decided. */
  recognised: nullable,
  /** 依据文件 with its number. */
  proof: z.string(),
  /** The last day of the statement or publicity that is running. */
  until: day.nullable(),
  mine: z.boolean(),
})

export const listCredits = query({
  id: 'credit.list',
  method: 'GET',
  path: '/api/credits',
  ability: 'credit.read',
  summary: 'Bonus claims, deductions and vetoes in sight, those that wait for the reader first',
  query: paging.extend({
    q: z.string().max(100).optional(),
    planId: id.optional(),
    kind: kind.optional(),
    state: state.optional(),
  }),
  reply: paged(row),
  errors: [],
})

export const exportCredits = query({
  id: 'credit.export',
  method: 'GET',
  path: '/api/credits/table',
  ability: 'credit.read',
  summary: 'The entries in sight under one year plan as .xlsx: 加减分台账',
  query: z.object({ planId: id, ...inTableFormat.shape }),
  reply: 'file',
  errors: [],
})

const decision = z.object({
  body: z.string(),
  on: day,
  number: z.string(),
  text: z.string(),
  scanDigest: digest,
})

const objection = z.object({
  id,
  unitName: z.string(),
  words: z.string(),
  by: z.string(),
  at,
  answer: z.object({ upheld: z.boolean(), reason: z.string(), by: z.string(), at }).nullable(),
})

const step = z.object({
  command: z.enum(['begin', ...creditCommands]),
  by: z.string(),
  unitName: z.string(),
  at,
  words: z.string(),
})

export const showCredit = query({
  id: 'credit.show',
  method: 'GET',
  path: '/api/credits/:creditId',
  ability: 'credit.read',
  summary: 'One entry with its proof, reviews, hearing, publicity, decision and history',
  params: one,
  reply: row.extend({
    unitId: id,
    reviewUnitId: id,
    reviewUnitName: z.string(),
    level: z.string(),
    honoured: z.string(),
    classKey: nullable,
    gateKey: nullable,
    document: proof,
    files: z.array(file),
    firstReviewed: nullable,
    stating: day.nullable(),
    statement: z.object({ words: z.string(), files: z.array(file), by: z.string() }).nullable(),
    shown: z.object({ from: day, until: day }).nullable(),
    sameMatter: z.object({ creditId: id, matter: z.string() }).nullable(),
    /** Other entries of the unit and kind that this one could be the same matter as. */
    siblings: z.array(z.object({ creditId: id, matter: z.string(), state })),
    objections: z.array(objection),
    pending: decision.extend({ effect: z.enum(decisionEffects), by: z.string() }).nullable(),
    decision: decision.nullable(),
    lifting: decision.nullable(),
    steps: z.array(step),
    next: z.object({ command: z.enum(creditCommands), people: z.array(z.string()), unitName: z.string() }).nullable(),
    may: z.array(z.enum(creditCommands)),
  }),
  errors: [],
})

export const creditFile = query({
  id: 'credit.file',
  method: 'GET',
  path: '/api/credits/:creditId/files/:fileDigest',
  ability: 'credit.read',
  summary: 'A scan that an entry rests on',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

const done = z.object({ version })
const began = z.object({ creditId: id })
const begun = z.object({ planId: id, unitId: id, claim: claimBody })

export const claimBonus = command({
  id: 'credit.claim',
  method: 'POST',
  path: '/api/credits/bonuses',
  ability: 'credit.claim',
  summary: 'An appraised unit claims a bonus, with its proof, and names the unit that reviews it first',
  act: '申报加分',
  body: begun.extend({ reviewUnitId: id }),
  reply: began,
  errors: ['credit.notAppraised', 'credit.notForeseen', 'credit.ownUnit', 'credit.registerClosed', 'upload.notFound'],
})

export const proposeCredit = command({
  id: 'credit.propose',
  method: 'POST',
  path: '/api/credits/proposals',
  ability: 'credit.propose',
  summary: 'A competent body proposes a deduction or a veto fact in writing',
  act: '提出扣分或否决',
  body: begun.extend({ kind: z.enum(['deduction', 'veto']) }),
  reply: began,
  errors: ['credit.notAppraised', 'credit.notForeseen', 'credit.ownUnit', 'credit.registerClosed', 'upload.notFound'],
})

export const resubmitCredit = command({
  id: 'credit.resubmit',
  method: 'POST',
  path: '/api/credits/:creditId/claim',
  ability: 'credit.resubmit',
  summary: 'A returned claim is completed and sent again',
  act: '补充加分申报',
  params: one,
  body: versioned.extend({ claim: claimBody }),
  reply: done,
  errors: ['credit.notNow', 'credit.notForeseen', 'credit.classUnknown', 'upload.notFound'],
})

export const withdrawCredit = command({
  id: 'credit.withdraw',
  method: 'POST',
  path: '/api/credits/:creditId/withdrawal',
  ability: 'credit.withdraw',
  summary: 'Whoever brought the entry takes it back before anybody judged it',
  act: '撤回加减分事项',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['credit.notNow', 'credit.otherUnit'],
})

const verdict = z.enum(['agree', 'return', 'refuse'])
const judged = versioned.extend({ verdict, points: z.string().max(60), reason: text(500) })

export const firstReviewCredit = command({
  id: 'credit.firstReview',
  method: 'POST',
  path: '/api/credits/:creditId/first-review',
  ability: 'credit.firstReview',
  summary: 'The unit that the claim names agrees to points, returns or refuses the claim',
  act: '初审加分',
  params: one,
  body: judged,
  reply: done,
  errors: ['credit.notNow', 'credit.ownUnit', 'credit.pointsRaised', 'credit.reasonMissing'],
})

export const acceptCredit = command({
  id: 'credit.accept',
  method: 'POST',
  path: '/api/credits/:creditId/acceptance',
  ability: 'credit.accept',
  summary: 'The office accepts a proposal and tells the unit, or refuses it',
  act: '受理扣分或否决',
  params: one,
  body: versioned.extend({ accepted: z.boolean(), until: day.nullable(), reason: text(500) }),
  reply: done,
  errors: ['credit.notNow', 'credit.samePerson', 'credit.untilPast', 'credit.reasonMissing'],
})

export const giveStatement = command({
  id: 'credit.giveStatement',
  method: 'POST',
  path: '/api/credits/:creditId/statement',
  ability: 'credit.giveStatement',
  summary: 'The unit concerned states its side, or that it has no objection',
  act: '陈述申辩',
  params: one,
  body: versioned.extend({ words, files: z.array(file).max(20) }),
  reply: done,
  errors: ['credit.notNow', 'credit.otherUnit', 'upload.notFound'],
})

export const reviewCredit = command({
  id: 'credit.review',
  method: 'POST',
  path: '/api/credits/:creditId/review',
  ability: 'credit.review',
  summary: 'Joint review by the office: what is put before the deciding body',
  act: '联审加减分',
  params: one,
  body: judged.extend({ matterOf: id.nullable() }),
  reply: done,
  errors: ['credit.notNow', 'credit.samePerson', 'credit.stillStating', 'credit.otherMatter', 'credit.pointsRaised'],
})

const several = z
  .array(z.object({ creditId: id, version }))
  .min(1)
  .max(200)

export const showCreditsPublicly = command({
  id: 'credit.publish',
  method: 'POST',
  path: '/api/credits/publicity',
  ability: 'credit.show',
  summary: 'Entries that were agreed are shown to every appraised unit until a day',
  act: '公示加减分事项',
  body: z.object({ entries: several, from: day, until: day }),
  reply: z.object({ count: z.int() }),
  errors: ['credit.notNow', 'credit.untilPast', 'credit.publicityShort'],
})

export const objectToCredit = command({
  id: 'credit.object',
  method: 'POST',
  path: '/api/credits/:creditId/objections',
  ability: 'credit.object',
  summary: 'An appraised unit objects while the entry is shown',
  act: '提出公示异议',
  params: one,
  body: versioned.extend({ words }),
  reply: done,
  errors: ['credit.notNow', 'credit.publicityOver', 'credit.reasonMissing'],
})

export const answerCreditObjection = command({
  id: 'credit.answerObjection',
  method: 'POST',
  path: '/api/credits/:creditId/answers',
  ability: 'credit.answerObjection',
  summary: 'The office upholds an objection, and reviews again, or dismisses it with the reason',
  act: '答复公示异议',
  params: one,
  body: versioned.extend({ objectionId: id, upheld: z.boolean(), reason: text(500) }),
  reply: done,
  errors: ['credit.notNow', 'credit.noObjection', 'credit.reasonMissing'],
})

const decided = z.object({ body: text(100), on: day, number: text(60), text: words, scanDigest: digest })

export const registerCreditDecision = command({
  id: 'credit.registerDecision',
  method: 'POST',
  path: '/api/credits/decisions',
  ability: 'credit.registerDecision',
  summary: 'What the deciding body said of these entries, from its minutes',
  act: '登记加减分审定结果',
  stepUp: true,
  body: z.object({ entries: several, agreed: z.boolean(), decision: decided }),
  reply: z.object({ count: z.int() }),
  errors: [
    'credit.notNow',
    'credit.notShown',
    'credit.stillShown',
    'credit.objectionOpen',
    'credit.decisionMissing',
    'upload.notFound',
  ],
})

export const liftCredit = command({
  id: 'credit.lift',
  method: 'POST',
  path: '/api/credits/:creditId/lifting',
  ability: 'credit.lift',
  summary: 'A decision that lifts a veto, or an entry decided in error, registered from the minutes',
  act: '登记解除决定',
  stepUp: true,
  params: one,
  body: versioned.extend({ decision: decided }),
  reply: done,
  errors: ['credit.notNow', 'credit.decisionMissing', 'upload.notFound'],
})

export const confirmCreditDecision = command({
  id: 'credit.confirmDecision',
  method: 'POST',
  path: '/api/credits/confirmations',
  ability: 'credit.confirmDecision',
  summary: 'A second person found the same in the minutes; from here on the entries count',
  act: '复核加减分审定结果',
  stepUp: true,
  body: z.object({ entries: several }),
  reply: z.object({ count: z.int() }),
  errors: ['credit.notNow', 'credit.samePerson'],
})

export const declineCreditDecision = command({
  id: 'credit.declineDecision',
  method: 'POST',
  path: '/api/credits/:creditId/confirmation-refusal',
  ability: 'credit.declineDecision',
  summary: 'The second person does not find it in the minutes; the entry stands where it stood',
  act: '复核退回审定登记',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['credit.notNow', 'credit.samePerson'],
})
