import { postKinds } from '@quanheng/domain/ability/posts'
import type { DatumValue } from '@quanheng/domain/datum/model'
import { sheetStates } from '@quanheng/domain/sheet/model'
import { signatureStrengths } from '@quanheng/domain/signature/model'
import { verificationStates } from '@quanheng/domain/verification/model'
import { confidences } from '@quanheng/domain/verification/sample-size'
import { verificationCommands } from '@quanheng/domain/verification/transitions'
import { mostAdded, riskFacts } from '@quanheng/domain/verification/weighing'
import { z } from 'zod'
import { datumValue } from './datum.ts'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, line, paged, paging, reason, version, words } from './shapes.ts'

/** On-site verification (C-4.3) of score sheets: whom, by which draw, what was found, and what the scoring side made of it. */

const one = z.object({ verificationId: id })
const ofSheet = z.object({ sheetId: id })
const versioned = z.object({ version })
const nullable = z.string().nullable()
const scopeKind = z.enum(['full', 'key', 'random'])
const state = z.enum(verificationStates)
const value: z.ZodType<DatumValue> = datumValue

const confidence = z.literal(confidences)
const riskFact = z.enum(riskFacts)
const riskFactor = z.object({ fact: riskFact, adds: z.int().min(1).max(mostAdded) })

const verificationRow = z.object({
  sheetId: id,
  sheetVersion: version,
  sheetState: z.enum(sheetStates),
  /** Null while nothing is decided, or where the sheet is not verified. */
  verificationId: id.nullable(),
  planTitle: z.string(),
  year: z.int(),
  leafName: z.string(),
  scorerName: z.string(),
  decided: z.enum(['undecided', 'waived', 'open', 'closed']),
  /** Why nothing is verified. */
  waivedFor: nullable,
  scope: scopeKind.nullable(),
  state: state.nullable(),
  units: z.int(),
  toVisit: z.int(),
  visited: z.int(),
  opinions: z.int(),
  /** Opinions that propose a change and wait for an answer. */
  unanswered: z.int(),
  due: day.nullable(),
  /** One of my posts may arrange or waive it now. */
  mine: z.boolean(),
})

export const listVerifications = query({
  id: 'verification.list',
  method: 'GET',
  path: '/api/verifications',
  ability: 'verification.read',
  summary: 'Signed sheets and what is decided about their verification',
  query: paging.extend({
    q: z.string().max(100).optional(),
    decided: z.enum(['undecided', 'waived', 'open', 'closed']).optional(),
  }),
  reply: paged(verificationRow),
  errors: [],
})

const who = z.object({ personId: id, name: z.string(), unitName: z.string() })
const unitRef = z.object({ unitId: id, unitName: z.string() })
const picked = unitRef.extend({ code: z.string(), stratum: z.string() })
const pick = z.object({ unitId: id, reason: words.max(500) })

const draw = z.object({
  id,
  algorithm: z.string(),
  populationDigest: digest,
  size: z.int(),
  seedParts: z.array(z.object({ by: z.string(), value: z.string() })),
  seed: z.string(),
  picked: z.array(picked),
  drawnBy: z.string(),
  witness: z.string(),
  /** What the witness signs. */
  digest,
  attested: z.object({ at: z.iso.datetime(), means: z.enum(signatureStrengths) }).nullable(),
  at: z.iso.datetime(),
  cancellation: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
})

const visit = z.object({
  id,
  visitedOn: day,
  members: z.array(z.string()),
  record: z.string(),
  /** Whether the unit's side signed the form; the scan is then kept. */
  signed: z.boolean(),
  declinedFor: nullable,
  recordedBy: z.string(),
  at: z.iso.datetime(),
})

const change = z.object({
  datumId: id,
  name: z.string(),
  unit: z.string(),
  value,
  text: z.string(),
  reason: z.string(),
})

const opinion = z.object({
  id,
  kind: z.enum(['confirmed', 'toChange']),
  changes: z.array(change),
  by: z.string(),
  at: z.iso.datetime(),
  answer: z
    .object({ kind: z.enum(['adopted', 'declined']), reason: nullable, by: z.string(), at: z.iso.datetime() })
    .nullable(),
})

/** One unit of the verification, before and after side by side; null is not yet, never zero. */
export const verifiedUnit = unitRef.extend({
  itemId: id.nullable(),
  how: scopeKind,
  visits: z.array(visit),
  opinion: opinion.nullable(),
  data: z.array(
    z.object({
      datumId: id,
      name: z.string(),
      unit: z.string(),
      type: z.enum(['quantity', 'fact', 'count', 'checklist', 'judgement']),
      entries: z.array(z.object({ key: z.string(), name: z.string() })),
      reported: nullable,
      verified: nullable,
    }),
  ),
  pointsBefore: nullable,
  pointsAfter: nullable,
  /** Whether what stands after is signed. */
  signedAfter: z.boolean(),
})

const nextPerson = z.object({ name: z.string(), post: z.enum(postKinds), unitName: z.string() })

export const showVerification = query({
  id: 'verification.show',
  method: 'GET',
  path: '/api/verifications/:verificationId',
  ability: 'verification.read',
  summary: 'One verification: whom it covers, draws that anyone can repeat, visits, opinions, before and after',
  params: one,
  reply: z.object({
    id,
    version,
    sheetId: id,
    planTitle: z.string(),
    year: z.int(),
    leafName: z.string(),
    fullMark: z.string(),
    scorerName: z.string(),
    state,
    standard: z.string(),
    scope: z.object({
      kind: scopeKind,
      size: z.int().nullable(),
      populationDigest: digest.nullable(),
      strata: z.array(
        z.object({
          key: z.string(),
          units: z.array(
            unitRef.extend({
              code: z.string(),
              /** Null where units are drawn alike. */
              risk: z.int().nullable(),
              chance: nullable,
              facts: z.array(riskFact),
            }),
          ),
        }),
      ),
      confidence: confidence.nullable(),
      factors: z.array(riskFactor),
      /** 承诺—揭示; null where the seed is called out on the spot. */
      agreement: z
        .object({
          source: z.string(),
          publishedOn: day,
          /** Whether the next draw takes it. */
          stands: z.boolean(),
          parties: z.array(
            z.object({
              personId: id,
              name: z.string(),
              /** The text that this party's value is hashed behind. */
              bound: z.string(),
              committedAt: z.iso.datetime().nullable(),
              digest: digest.nullable(),
              revealedAt: z.iso.datetime().nullable(),
              me: z.boolean(),
            }),
          ),
          fallback: z
            .object({ by: z.string(), at: z.iso.datetime(), reason: z.string(), missing: z.array(z.string()) })
            .nullable(),
        })
        .nullable(),
      picks: z.array(unitRef.extend({ reason: z.string() })),
    }),
    draws: z.array(draw),
    /** 抽样推断 about the whole list; null until every unit drawn has an opinion. */
    residual: z
      .object({
        listed: z.int(),
        drawn: z.int(),
        bad: z.int(),
        estimated: z.int(),
        confidence,
        atMost: z.int(),
      })
      .nullable(),
    units: z.array(verifiedUnit),
    /** Units whose rows fell to adopted changes and are not signed again. */
    unsigned: z.array(z.string()),
    due: day.nullable(),
    /** Who acts next; null once it is closed. */
    next: z.object({ command: z.string(), people: z.array(nextPerson) }).nullable(),
    may: z.array(z.enum(verificationCommands)),
  }),
  errors: [],
})

export const verificationPeople = query({
  id: 'verification.people',
  method: 'GET',
  path: '/api/verifications/people',
  ability: 'verification.read',
  summary: 'Who may witness a draw, and who may visit',
  reply: z.object({ witnesses: z.array(who), members: z.array(who) }),
  errors: [],
})

export const verificationRisks = query({
  id: 'verification.risks',
  method: 'GET',
  path: '/api/sheets/:sheetId/risks',
  ability: 'verification.plan',
  summary: 'Facts that a draw by risk may weigh, unit by unit of a sheet, and who may be party of an agreed seed',
  params: ofSheet,
  reply: z.object({
    units: z.array(unitRef.extend({ facts: z.array(riskFact) })),
    parties: z.array(who.extend({ post: z.enum(postKinds) })),
  }),
  errors: [],
})

export const planVerification = command({
  id: 'verification.plan',
  method: 'POST',
  path: '/api/sheets/:sheetId/verification',
  ability: 'verification.plan',
  act: '安排现场核验',
  summary: 'Full, key or random verification of a signed sheet; for a random one the list is fixed here',
  params: ofSheet,
  body: z.object({
    /** Of the sheet. */
    version,
    scope: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('full') }),
      z.object({ kind: z.literal('key'), picks: z.array(pick).max(500) }),
      z.object({
        kind: z.literal('random'),
        size: z.int().min(1).max(10_000),
        picks: z.array(pick).max(500),
        /** By group, each with its share, or from one list. */
        by: z.enum(['group', 'none']),
        confidence: confidence.optional(),
        /** 按风险加权; none where units are drawn alike. */
        factors: z.array(riskFactor).max(riskFacts.length).optional(),
        /** 承诺—揭示. */
        agreement: z.object({ partyIds: z.array(id).length(2), source: line(200), publishedOn: day }).optional(),
      }),
    ]),
    /** Empty: the indicator's own standard from the plan. */
    standard: words.max(5000),
  }),
  reply: z.object({ verificationId: id }),
  errors: [
    'verification.notNow',
    'verification.standardMissing',
    'verification.reasonMissing',
    'verification.nothingToVerify',
    'verification.notOnSheet',
    'verification.pickedTwice',
    'verification.sizeOutOfRange',
    'verification.factorsWrong',
    'verification.partiesWrong',
    'verification.publicDayCome',
    'sheet.notNow',
    'sheet.notYours',
    'platform.stale',
  ],
})

export const waiveVerification = command({
  id: 'verification.waive',
  method: 'POST',
  path: '/api/sheets/:sheetId/waive-verification',
  ability: 'verification.waive',
  act: '决定不作现场核验',
  summary: 'No verification of a signed sheet, with the reason',
  params: ofSheet,
  body: z.object({ version, reason }),
  reply: versioned,
  errors: ['sheet.notNow', 'sheet.notYours', 'sheet.reasonMissing', 'platform.stale'],
})

const common = ['verification.notNow', 'verification.notYours', 'platform.stale'] as const

export const recordVisit = command({
  id: 'verification.recordVisit',
  method: 'POST',
  path: '/api/verifications/:verificationId/visits',
  ability: 'verification.recordVisit',
  act: '登记核验记录',
  summary: 'What was seen on site, with the scan of the form that both sides signed, or why the unit did not sign',
  params: one,
  body: z.object({
    version,
    unitId: id,
    visitedOn: day,
    memberIds: z.array(id).max(50),
    record: words.min(1).max(10_000),
    unitSide: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('signed'),
        scanDigest: digest,
        /** As printed in the footer of the form. */
        checkCode: line(40),
      }),
      z.object({ kind: z.literal('declined'), reason: words.max(500) }),
    ]),
  }),
  reply: versioned,
  errors: [
    ...common,
    'verification.notPicked',
    'verification.notWitnessed',
    'verification.tooFewMembers',
    'verification.interested',
    'verification.inFuture',
    'verification.reasonMissing',
    'signature.codeMalformed',
    'signature.codeOutdated',
    'upload.notFound',
  ],
})

export const giveOpinion = command({
  id: 'verification.giveOpinion',
  method: 'POST',
  path: '/api/verifications/:verificationId/opinions',
  ability: 'verification.giveOpinion',
  act: '提出评分意见',
  summary: 'The figure is confirmed, or should be another, with the reason',
  params: one,
  body: z.object({
    version,
    unitId: id,
    /** Empty: 属实. */
    changes: z.array(z.object({ datumId: id, value, reason: words.max(2000) })).max(50),
  }),
  reply: versioned,
  errors: [
    ...common,
    'verification.notPicked',
    'verification.notVisited',
    'verification.interested',
    'verification.alreadyAnswered',
    'verification.reasonMissing',
    'datum.wrongKind',
    'datum.notWhole',
    'datum.unknownEntry',
    'quantity.notANumber',
  ],
})

export const answerOpinion = command({
  id: 'verification.answer',
  method: 'POST',
  path: '/api/verifications/:verificationId/answers',
  ability: 'verification.answer',
  act: '答复评分意见',
  summary: 'Adopted: verified figures beside the reported ones, and the row is signed again. Declined: with the reason',
  params: one,
  body: z.object({
    version,
    unitId: id,
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('adopt') }),
      z.object({ kind: z.literal('decline'), reason: words.max(2000) }),
    ]),
  }),
  reply: versioned,
  errors: [
    ...common,
    'verification.noOpinion',
    'verification.alreadyAnswered',
    'verification.samePerson',
    'verification.ownUnit',
    'verification.reasonMissing',
    'datum.notNow',
    'datum.ownUnit',
  ],
})

export const closeVerification = command({
  id: 'verification.close',
  method: 'POST',
  path: '/api/verifications/:verificationId/close',
  ability: 'verification.close',
  act: '核验办结',
  summary: 'Every opinion answered, every changed row signed again',
  params: one,
  body: versioned,
  reply: versioned,
  errors: [...common, 'verification.unanswered', 'verification.unsigned', 'sheet.notNow', 'sheet.notYours'],
})

export const visitForm = query({
  id: 'verification.visitForm',
  method: 'GET',
  path: '/api/verifications/:verificationId/visit-form/:unitId',
  ability: 'verification.read',
  summary: '现场核验记录表 of one unit to print, fill in and have signed by both sides',
  params: z.object({ verificationId: id, unitId: id }),
  query: inFormat,
  reply: 'file',
  errors: [],
})

export const visitScan = query({
  id: 'verification.visitScan',
  method: 'GET',
  path: '/api/verifications/:verificationId/visits/:visitId/scan',
  ability: 'verification.read',
  summary: 'The scan of a visit record that both sides signed',
  params: z.object({ verificationId: id, visitId: id }),
  reply: 'file',
  errors: [],
})
