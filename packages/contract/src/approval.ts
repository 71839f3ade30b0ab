import { postKinds } from '@quanheng/domain/ability/posts'
import { approvalStates } from '@quanheng/domain/approval/model'
import { approvalCommands } from '@quanheng/domain/approval/transitions'
import { adjustmentGrounds, statedGrounds } from '@quanheng/domain/decision/model'
import { approvalStepKinds } from '@quanheng/domain/plan/model'
import { signatureStates, signatureStrengths } from '@quanheng/domain/signature/model'
import { z } from 'zod'
import { onAgenda } from './on-agenda.ts'
import { person } from './result.ts'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, line, paged, paging, reason, text, version } from './shapes.ts'
import { submission } from './submission.ts'

/** 审批签发 (C-4.5): a paper over a locked version through the chain of its plan, on screen or on paper; and the papers that were issued. */

const one = z.object({ approvalId: id })
const nullable = z.string().nullable()
const versioned = z.object({ version })
const step = z.enum(approvalStepKinds)
const opinion = text(1_000).optional()

const nextAct = z.object({
  command: z.enum(approvalCommands),
  sectionName: nullable,
  people: z.array(person),
})

const approvalRow = z.object({
  id,
  planId: id,
  planTitle: z.string(),
  year: z.int(),
  title: z.string(),
  ownerName: z.string(),
  state: z.enum(approvalStates),
  stepName: z.string(),
  startedBy: person,
  startedAt: z.iso.datetime(),
  documentNumber: nullable,
  next: z.array(nextAct),
  /** One of my posts does what comes next. */
  mine: z.boolean(),
})

export const listApprovals = query({
  id: 'approval.list',
  method: 'GET',
  path: '/api/approvals',
  ability: 'approval.read',
  summary: 'Papers on their way through approval that my posts may see, those that wait for me first',
  query: paging.extend({ state: z.enum(approvalStates).optional(), mine: z.enum(['true', 'false']).optional() }),
  reply: paged(approvalRow),
  errors: [],
})

/** How strong a signature is, shown as what it is: 内部审批确认 with what was proved, or 纸质原件. */
const signature = z.object({
  id,
  state: z.enum(signatureStates),
  means: z.enum(signatureStrengths),
  signedOn: day,
  recordedAt: z.iso.datetime(),
  opinion: nullable,
  scanDigest: digest.nullable(),
  registeredBy: person.nullable(),
  confirmedBy: person.nullable(),
  cause: nullable,
})

/** 会议核定调整: from the points that the locked version computed to those that the meeting decided. */
const adjustment = z.object({
  itemId: id,
  from: text(200),
  to: text(60),
  ground: z.enum(statedGrounds),
  reason,
})

const decision = z.object({
  id,
  body: z.string(),
  decidedOn: day,
  text: z.string(),
  number: nullable,
  outcome: z.enum(['approved', 'returned']),
  adjustments: z.array(
    adjustment.extend({ ground: z.enum(adjustmentGrounds), leafName: z.string(), unitName: z.string() }),
  ),
  scanDigest: digest,
  recordedBy: person,
  recordedAt: z.iso.datetime(),
  confirmedBy: person.nullable(),
})

const record = z.object({
  step: z.int(),
  /** Why it no longer counts. */
  undone: nullable,
  by: person.nullable(),
  sectionName: nullable,
  signature: signature.nullable(),
  decision: decision.nullable(),
  number: z.object({ documentNumber: z.string(), from: z.enum(['oa', 'book']) }).nullable(),
  packageDigest: digest.nullable(),
})

export const showApproval = query({
  id: 'approval.show',
  method: 'GET',
  path: '/api/approvals/:approvalId',
  ability: 'approval.read',
  summary: 'One paper on its way: chain, everything done at each step, who acts next, the package and its entry sheet',
  params: one,
  reply: approvalRow.extend({
    version,
    resultId: id,
    ownerUnitId: id,
    runDigest: digest,
    paperDigest: digest,
    /** 校验码 that a printed sign-off sheet carries. */
    code: z.string(),
    step: z.int(),
    chain: z.array(z.object({ kind: step, name: z.string(), posts: z.array(z.enum(postKinds)) })),
    countersigners: z.array(z.object({ sectionId: id, sectionName: z.string(), agreed: z.boolean() })),
    records: z.array(record),
    /** Entered and not yet confirmed, or of an earlier round. */
    decisions: z.array(decision),
    returnReason: nullable,
    /** The meeting that has it before it, where it is kept here: its decision is what moves the paper. */
    agenda: onAgenda,
    may: z.array(z.enum([...approvalCommands, 'confirmDecision', 'prepare'])),
    /** Who may have signed the present step on paper, for 线下签批登记. */
    signers: z.array(z.object({ postId: id, person, sectionName: nullable })),
    submission: submission.nullable(),
  }),
  errors: [],
})

const shared = ['approval.notNow', 'approval.notYours'] as const
const signing = [
  'approval.notYourStep',
  'approval.ownPaper',
  'approval.notCountersigner',
  'approval.alreadyAgreed',
] as const

export const startApproval = command({
  id: 'approval.start',
  method: 'POST',
  path: '/api/results/:resultId/approval',
  ability: 'approval.start',
  act: '送审评分报告',
  summary: 'Put the report over a locked version on its way through the approval chain of the plan',
  params: z.object({ resultId: id }),
  body: z.object({
    /** Version of the words that were shown. */
    paperVersion: version,
    /** Sections asked to countersign beside those that the plan makes responsible. */
    moreSections: z.array(id).max(50).default([]),
  }),
  reply: z.object({ approvalId: id }),
  errors: ['approval.chainEmpty', 'approval.noCountersigners', 'approval.started', 'result.notNow'],
})

export const agreeApproval = command({
  id: 'approval.agree',
  method: 'POST',
  path: '/api/approvals/:approvalId/agree',
  ability: 'approval.agree',
  act: '签批同意',
  summary: 'Agree to the paper at the present step, on screen',
  stepUp: true,
  params: one,
  body: versioned.extend({ paperDigest: digest, opinion }),
  reply: versioned,
  errors: [...shared, ...signing, 'approval.contentChanged'],
})

export const returnApproval = command({
  id: 'approval.return',
  method: 'POST',
  path: '/api/approvals/:approvalId/return',
  ability: 'approval.return',
  act: '退回修改',
  summary: 'Send the paper back to an earlier step, or to its author',
  params: one,
  body: versioned.extend({ reason, toStep: z.int().min(0).max(50).optional() }),
  reply: versioned,
  errors: [...shared, 'approval.reasonMissing', 'approval.notYourStep', 'approval.noSuchStep'],
})

export const reviseApproval = command({
  id: 'approval.revise',
  method: 'POST',
  path: '/api/approvals/:approvalId/revise',
  ability: 'approval.revise',
  act: '修改后重新送审',
  summary: 'Send the corrected paper round again, from the first step',
  params: one,
  body: versioned,
  reply: versioned,
  errors: [...shared, 'approval.nothingRevised'],
})

export const registerSignature = command({
  id: 'approval.registerPaper',
  method: 'POST',
  path: '/api/approvals/:approvalId/paper-signatures',
  ability: 'approval.registerPaper',
  act: '线下签批登记',
  summary: 'Register a signature given on the printed sign-off sheet: signer, day, opinion, check code, scan',
  params: one,
  body: versioned.extend({
    /** The post that signed. */
    postId: id,
    signedOn: day,
    opinion,
    checkCode: line(60),
    scanDigest: digest,
  }),
  reply: versioned.extend({ signatureId: id }),
  errors: [
    ...shared,
    ...signing,
    'signature.codeMalformed',
    'signature.codeOutdated',
    'signature.inFuture',
    'signature.notFound',
    'upload.notFound',
  ],
})

const entry = z.object({ approvalId: id, signatureId: id })

export const confirmSignature = command({
  id: 'approval.confirmPaper',
  method: 'POST',
  path: '/api/approvals/:approvalId/paper-signatures/:signatureId/confirm',
  ability: 'approval.confirmPaper',
  act: '核对线下签批登记',
  summary: 'The second person has compared the entry with the scan',
  params: entry,
  body: versioned,
  reply: versioned,
  errors: [...shared, ...signing, 'signature.samePerson', 'signature.notFound'],
})

export const refuseSignature = command({
  id: 'approval.refusePaper',
  method: 'POST',
  path: '/api/approvals/:approvalId/paper-signatures/:signatureId/refuse',
  ability: 'approval.refusePaper',
  act: '线下签批登记不符',
  summary: 'The scan does not show what was entered',
  params: entry,
  body: versioned.extend({ reason }),
  reply: versioned,
  errors: [...shared, 'signature.samePerson', 'signature.notFound', 'signature.reasonMissing'],
})

export const recordDecision = command({
  id: 'decision.record',
  method: 'POST',
  path: '/api/approvals/:approvalId/decisions',
  ability: 'decision.record',
  act: '登记会议决定',
  summary: 'Register what the meeting decided, from its minutes',
  params: one,
  body: versioned.extend({
    body: line(100),
    decidedOn: day,
    text: line(4_000),
    number: text(100).optional(),
    outcome: z.enum(['approved', 'returned']),
    adjustments: z.array(adjustment).max(500).optional(),
    scanDigest: digest,
  }),
  reply: versioned.extend({ decisionId: id }),
  errors: [
    'approval.onAgenda',
    'approval.notNow',
    'decision.bodyMissing',
    'decision.textMissing',
    'decision.scanMissing',
    'decision.inFuture',
    'decision.reasonMissing',
    'decision.unknownItem',
    'decision.fromChanged',
    'decision.outOfRange',
    'decision.unchanged',
    'decision.adjustedTwice',
    'decision.notApproved',
    'quantity.empty',
    'quantity.tooLong',
    'quantity.exponent',
    'quantity.grouping',
    'quantity.percent',
    'quantity.notANumber',
    'upload.notFound',
  ],
})

export const confirmDecision = command({
  id: 'decision.confirm',
  method: 'POST',
  path: '/api/approvals/:approvalId/decisions/:decisionId/confirm',
  ability: 'decision.confirm',
  act: '核对会议决定',
  milestone: true,
  summary: 'The second person has compared the entry with the minutes: the decision binds and the paper goes on',
  params: z.object({ approvalId: id, decisionId: id }),
  body: versioned,
  reply: versioned,
  errors: [...shared, 'decision.samePerson', 'decision.confirmed', 'approval.otherDecision'],
})

export const registerNumber = command({
  id: 'approval.registerNumber',
  method: 'POST',
  path: '/api/approvals/:approvalId/number',
  ability: 'approval.registerNumber',
  act: '登记发文字号',
  milestone: true,
  summary: 'Register the document number that the OA gave',
  params: one,
  body: versioned.extend({ documentNumber: line(100) }),
  reply: versioned.extend({ documentNumber: z.string() }),
  errors: [...shared, 'approval.numberMalformed', 'approval.notYourStep', 'remark.unanswered'],
})

export const drawNumber = command({
  id: 'approval.drawNumber',
  method: 'POST',
  path: '/api/approvals/:approvalId/number/draw',
  ability: 'approval.drawNumber',
  act: '按登记簿编号',
  milestone: true,
  summary: 'Take the next number of the unit’s own book',
  params: one,
  body: versioned.extend({ bookId: id }),
  reply: versioned.extend({ documentNumber: z.string() }),
  errors: [...shared, 'approval.bookGap', 'approval.notYourStep', 'approval.numberMalformed', 'remark.unanswered'],
})

export const signOffSheet = query({
  id: 'approval.signOffSheet',
  method: 'GET',
  path: '/api/approvals/:approvalId/sign-off',
  ability: 'approval.read',
  summary: '签批单 to print and sign by hand, with the check code of the paper',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: [],
})

export const approvalFile = query({
  id: 'approval.file',
  method: 'GET',
  path: '/api/approvals/:approvalId/files/:digest',
  ability: 'approval.read',
  summary: 'A scan cited by a paper signature, a decision or a receipt',
  params: one.extend({ digest }),
  reply: 'file',
  errors: [],
})
