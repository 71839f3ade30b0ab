import { postKinds } from '@quanheng/domain/ability/posts'
import { releases } from '@quanheng/domain/datum/model'
import type { Trace } from '@quanheng/domain/rule/outcome'
import { sheetStates } from '@quanheng/domain/sheet/model'
import { sheetCommands } from '@quanheng/domain/sheet/transitions'
import { signatureStates, signatureStrengths } from '@quanheng/domain/signature/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { basis } from './rule.ts'
import { day, digest, id, line, paged, paging, paperFormat, quantity, reason, sort, version, words } from './shapes.ts'

/** Score sheets (C-4.2): one leaf indicator × one scorer × its units, and the items that are their rows. */

const one = z.object({ sheetId: id })
const versioned = z.object({ version })
const role = z.enum(['handler', 'sectionHead', 'leaderInCharge'])
const state = z.enum(sheetStates)
const post = z.enum(postKinds)
const nullable = z.string().nullable()

const person = z.object({ name: z.string(), post, unitName: z.string() })

/** A code with figures; its words are in `messages`. `at` is a unit's id where it concerns one row. */
const blocker = z.object({
  code: z.string(),
  at: z.string().optional(),
  params: z.record(z.string(), z.string()).optional(),
})

const nextAct = z.object({
  command: z.enum(sheetCommands),
  posts: z.array(post),
  people: z.array(person),
})

export const sheetRow = z.object({
  id,
  planId: id,
  planTitle: z.string(),
  year: z.int(),
  leafKey: z.string(),
  leafName: z.string(),
  scorerUnitId: id,
  scorerUnitName: z.string(),
  scorerSectionName: nullable,
  /** `recusal`: the substitute for units that the responsible side may not score. */
  by: z.enum(['responsibility', 'recusal']),
  /** Present on an amendment sheet (补签表). */
  amends: id.nullable(),
  state,
  /** Units whose rows stand on it, and how many of them lack nothing. */
  units: z.int(),
  ready: z.int(),
  /** 初步评分 is due on; null where the plan has no such step. */
  due: day.nullable(),
  returnReason: nullable,
  fallCause: nullable,
  next: nextAct.nullable(),
  /** One of my posts does what comes next. */
  mine: z.boolean(),
})

export const listSheets = query({
  id: 'sheet.list',
  method: 'GET',
  path: '/api/sheets',
  ability: 'sheet.read',
  summary: 'Score sheets that my posts may see, with progress and who acts next',
  query: paging.extend({
    q: z.string().max(100).optional(),
    planId: id.optional(),
    state: state.optional(),
    sort,
  }),
  reply: paged(sheetRow),
  errors: [],
})

const outcome = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('scored'),
    points: z.string(),
    fullMark: z.string(),
    trace: z.custom<Trace>((value) => typeof value === 'object'),
  }),
  z.object({ status: z.literal('missing'), needs: z.array(z.string()) }),
  z.object({
    status: z.literal('ambiguous'),
    readings: z.array(
      z.object({
        answers: z.array(z.object({ question: z.string(), choice: z.string() })),
        points: z.string(),
        fullMark: z.string(),
      }),
    ),
  }),
  z.object({ status: z.literal('error'), code: z.string(), at: z.string() }),
])

/** One input of the rule with its value in words of the data element; `value` null is missing, never zero. */
export const sheetFigure = z.object({
  input: z.string(),
  role: z.enum(['actual', 'target']),
  name: z.string(),
  kind: z.enum(['quantity', 'fact', 'count', 'checklist', 'judgement', 'group', 'notConcerned', 'missing']),
  /** Exact text; of a fact `true` or `false`, of a checklist the names ticked. */
  value: nullable,
  unit: z.string(),
  from: z.enum(['datum', 'target', 'constant', 'group', 'unbound']),
  /** For a datum: where it stands. `verified`: the figure is a verified one, `reported` the one before it. */
  verified: z.boolean(),
  closed: z.boolean(),
  reported: nullable,
  source: z.string(),
  period: z.string(),
  cutoff: day.nullable(),
  asOf: day.nullable(),
  /** 后续发布数 that differs and does not count here: beside the figure, never in its place. */
  later: z.object({ release: z.enum(releases), value: z.string(), outcome: z.enum(['stands', 'nextYear']) }).nullable(),
  datumId: id.nullable(),
  /** Who has to give it, where it is missing or not closed. */
  owedBy: nullable,
  dueOn: day.nullable(),
})

const deduction = z.object({ points: z.string(), reason: z.string(), basis })

export const scoreRow = z.object({
  itemId: id,
  version,
  unitId: id,
  unitName: z.string(),
  groupName: nullable,
  figures: z.array(sheetFigure),
  /** 完成率 in percent, exact, where the rule measures one. */
  rate: nullable,
  outcome,
  /** Full marks minus points, exact; null while not scored. */
  lost: nullable,
  dataSource: z.string(),
  basis: basis.nullable(),
  deductions: z.array(deduction),
  evidence: z.object({ listed: z.int(), present: z.int(), missing: z.array(z.string()) }),
  blockers: z.array(blocker),
  /** The row fell after signing and is signed again on another sheet, or left the plan. */
  fallen: z.object({ cause: z.string(), amendmentId: id.nullable() }).nullable(),
})

export const sheetSignature = z.object({
  id,
  role,
  state: z.enum(signatureStates),
  medium: z.enum(signatureStrengths),
  name: z.string(),
  post,
  unitName: z.string(),
  signedOn: day,
  recordedAt: z.iso.datetime(),
  opinion: nullable,
  code: z.string(),
  scanDigest: digest.nullable(),
  registeredBy: nullable,
  confirmedBy: nullable,
  voiding: z.object({ at: z.iso.datetime(), by: z.string(), cause: z.string() }).nullable(),
})

export const showSheet = query({
  id: 'sheet.show',
  method: 'GET',
  path: '/api/sheets/:sheetId',
  ability: 'sheet.read',
  summary: 'One score sheet as it stands: computed rows, what is missing and who owes it, signatures, check code',
  params: one,
  reply: sheetRow.extend({
    version,
    /** Which content is put up, from 1. */
    number: z.int(),
    planNumber: z.int(),
    ownerUnitName: z.string(),
    /** Names of the branches above, from the top. */
    path: z.array(z.string()),
    fullMark: z.string(),
    /** 计量单位 of the indicator card. */
    measure: z.string(),
    sentence: z.string(),
    notes: z.array(z.string()),
    completionStandard: z.string(),
    clause: basis,
    /** SHA-256 of exactly what is signed, and its 校验码. */
    digest,
    code: z.string(),
    rows: z.array(scoreRow),
    /** All that stops the next act on the scoring side, row by row. */
    blockers: z.array(blocker),
    signatures: z.array(sheetSignature),
    /** Who signs, in order, and the standing signature. */
    order: z.array(z.object({ role, posts: z.array(post), signatureId: id.nullable() })),
    may: z.array(z.enum([...sheetCommands, 'record'])),
    /** Unit of the sheet in which I hold a post: I may not score or sign it. */
    ownUnitName: nullable,
    verification: z.object({ kind: z.enum(['undecided', 'waived', 'open', 'closed']), reason: z.string().optional() }),
    /** Signatures that fell and are to be given again, on this sheet or its amendments: by whom, of whom, and why. */
    signAgain: z.array(
      z.object({
        sheetId: id,
        role,
        posts: z.array(post),
        formerly: z.string(),
        cause: z.string(),
        unitNames: z.array(z.string()),
        people: z.array(z.string()),
      }),
    ),
    /** Sheets on which fallen rows are signed again. */
    amendments: z.array(z.object({ id, state, unitNames: z.array(z.string()) })),
    versions: z.array(z.object({ number: z.int(), code: z.string(), digest, at: z.iso.datetime() })),
  }),
  errors: [],
})

const itemWords = {
  dataSource: words.max(500),
  basis: basis.nullable(),
  deductions: z.array(z.object({ points: quantity, reason: words.max(2000), basis })).max(50),
}

export const recordItem = command({
  id: 'item.record',
  method: 'POST',
  path: '/api/sheets/:sheetId/items/:itemId',
  ability: 'item.record',
  act: '登记评分依据和扣分理由',
  summary: 'Data source, basis and deduction reasons of one row; may be incomplete until the sheet is scored',
  params: z.object({ sheetId: id, itemId: id }),
  body: z.object({ version, ...itemWords }),
  reply: versioned,
  errors: ['item.sheetSigned', 'item.ownUnit', 'quantity.notANumber', 'platform.stale'],
})

export const recordItems = command({
  id: 'item.recordMany',
  method: 'POST',
  path: '/api/sheets/:sheetId/items',
  ability: 'item.record',
  act: '批量登记评分依据和扣分理由',
  summary: 'The same for many rows of one sheet, all or none; a refusal says which row',
  params: one,
  body: z.object({
    rows: z
      .array(z.object({ itemId: id, version, ...itemWords }))
      .min(1)
      .max(500),
  }),
  reply: z.object({ rows: z.array(z.object({ itemId: id, version })) }),
  errors: ['item.sheetSigned', 'item.ownUnit', 'quantity.notANumber', 'platform.stale'],
})

const contentErrors = [
  'sheet.notNow',
  'sheet.notYours',
  'sheet.rowsDiffer',
  'item.missing',
  'item.ambiguous',
  'item.ruleFault',
  'item.sourceMissing',
  'item.basisMissing',
  'item.reasonMissing',
  'item.clauseMissing',
  'item.reasonsDoNotAdd',
  'platform.stale',
] as const

export const scoreSheet = command({
  id: 'sheet.score',
  method: 'POST',
  path: '/api/sheets/:sheetId/score',
  ability: 'sheet.score',
  act: '完成初评',
  summary: 'The sheet is ready to be signed: every row computed, with source, basis and reasons',
  params: one,
  body: versioned,
  reply: versioned,
  errors: contentErrors,
})

const signingErrors = [
  ...contentErrors,
  'sheet.contentChanged',
  'sheet.dataOpen',
  'sheet.notYourTurn',
  'sheet.otherScorer',
  'sheet.ownUnit',
  'sheet.samePerson',
] as const

export const signSheet = command({
  id: 'sheet.sign',
  method: 'POST',
  path: '/api/sheets/:sheetId/sign',
  ability: 'sheet.sign',
  act: '签字',
  stepUp: true,
  summary: 'My signature over exactly the content that I was shown, named by its digest',
  params: one,
  body: z.object({ version, digest, opinion: words.max(500).optional() }),
  reply: z.object({ version, state, code: z.string() }),
  errors: signingErrors,
})

export const returnSheet = command({
  id: 'sheet.return',
  method: 'POST',
  path: '/api/sheets/:sheetId/return',
  ability: 'sheet.return',
  act: '退回修改',
  summary: 'Back to the handler with a reason; the signature given so far falls',
  params: one,
  body: z.object({ version, reason }),
  reply: versioned,
  errors: ['sheet.notNow', 'sheet.notYours', 'sheet.reasonMissing', 'platform.stale'],
})

export const recallSheet = command({
  id: 'sheet.recall',
  method: 'POST',
  path: '/api/sheets/:sheetId/recall',
  ability: 'sheet.recall',
  act: '撤回',
  summary: 'The handler takes the sheet back before the head has signed',
  params: one,
  body: versioned,
  reply: versioned,
  errors: ['sheet.notNow', 'sheet.notYours', 'platform.stale'],
})

export const registerPaperSignature = command({
  id: 'sheet.registerPaper',
  method: 'POST',
  path: '/api/sheets/:sheetId/paper-signatures',
  ability: 'sheet.registerPaper',
  act: '线下签批登记',
  stepUp: true,
  summary: 'What stands on the printed and signed sheet; a sheet whose check code is no longer current is refused',
  params: one,
  body: z.object({
    version,
    role,
    /** Who signed: a person with a post of this role at the scoring side on that day. */
    personId: id,
    signedOn: day,
    opinion: words.max(500).optional(),
    checkCode: line(40),
    scanDigest: digest,
  }),
  reply: z.object({ version, signatureId: id }),
  errors: [
    ...signingErrors,
    'sheet.signerUnknown',
    'signature.codeMalformed',
    'signature.codeOutdated',
    'signature.inFuture',
    'upload.notFound',
  ],
})

const ofSignature = z.object({ sheetId: id, signatureId: id })

export const confirmPaperSignature = command({
  id: 'sheet.confirmPaper',
  method: 'POST',
  path: '/api/sheets/:sheetId/paper-signatures/:signatureId/confirm',
  ability: 'sheet.confirmPaper',
  act: '核对签批登记',
  stepUp: true,
  summary: 'A second person has compared scan and entry; the paper signature stands from here on',
  params: ofSignature,
  body: versioned,
  reply: z.object({ version, state }),
  errors: [...signingErrors, 'signature.notFound', 'signature.samePerson', 'signature.codeOutdated'],
})

export const refusePaperSignature = command({
  id: 'sheet.refusePaper',
  method: 'POST',
  path: '/api/sheets/:sheetId/paper-signatures/:signatureId/refuse',
  ability: 'sheet.refusePaper',
  act: '签批登记不符',
  summary: 'Scan and entry differ; the entry stays on record as refused',
  params: ofSignature,
  body: z.object({ version, reason }),
  reply: versioned,
  errors: ['sheet.notNow', 'sheet.notYours', 'signature.notFound', 'signature.samePerson', 'platform.stale'],
})

export const listSigners = query({
  id: 'sheet.signers',
  method: 'GET',
  path: '/api/sheets/:sheetId/signers',
  ability: 'sheet.read',
  summary: 'Who may have signed the printed sheet in which role, for 线下签批登记',
  params: one,
  reply: z.object({
    rows: z.array(z.object({ personId: id, name: z.string(), post, role, unitName: z.string() })),
  }),
  errors: [],
})

export const sheetPaper = query({
  id: 'sheet.paper',
  method: 'GET',
  path: '/api/sheets/:sheetId/paper',
  ability: 'sheet.read',
  summary: '指标考核评分表 with signature boxes and the check code on every page, or as a workbook',
  params: one,
  query: z.object({ format: z.enum([...paperFormat.options, 'xlsx']).default('docx') }),
  reply: 'file',
  errors: [],
})

export const signatureScan = query({
  id: 'sheet.scan',
  method: 'GET',
  path: '/api/sheets/:sheetId/paper-signatures/:signatureId/scan',
  ability: 'sheet.read',
  summary: 'The scan on which a registered paper signature rests',
  params: ofSignature,
  reply: 'file',
  errors: [],
})
