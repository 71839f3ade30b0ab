import { signedAspects } from '@quanheng/domain/plan/signature-keeping'
import { adjustmentKinds, adjustmentStates } from '@quanheng/domain/target-adjustment/model'
import { adjustmentCommands } from '@quanheng/domain/target-adjustment/transitions'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 指标调整: the unit asks, the lead unit speaks, the office reviews, the group decides, 批复; then the plan's next version. */

const one = z.object({ adjustmentId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const state = z.enum(adjustmentStates)
const kind = z.enum(adjustmentKinds)
const key = line(100)
const file = z.object({ digest, name: line(200) })
const scanDigest = digest.nullable()

const marks = z.discriminatedUnion('by', [
  z.object({ by: z.enum(['scaled', 'bonus']) }),
  z.object({ by: z.literal('takenFrom'), leafKey: key }),
])

const request = z.object({
  adjusted: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('target'), leafKey: key, target: text(60) }),
    z.object({ kind: z.literal('dropped'), leafKey: key, marks }),
    z.object({
      kind: z.literal('added'),
      marks,
      item: z.object({
        /** The branch it comes under; null: a top node of the plan. */
        parentKey: key.nullable(),
        name: text(200),
        fullMark: text(60),
        task: text(2_000),
        /** Empty for a rule without a target. */
        target: text(60),
        completionStandard: text(2_000),
        sentence: text(2_000),
      }),
    }),
    z.object({ kind: z.literal('owner'), leafKey: key, leadUnitId: id }),
  ]),
  reason: text(2_000),
  /** 依据文件, as printed. */
  basisDocument: text(300),
  files: z.array(file).max(20),
})

const row = z.object({
  id,
  version,
  planId: id,
  planTitle: z.string(),
  kind,
  state,
  unitId: id,
  unitName: z.string(),
  leadName: z.string(),
  leafName: z.string(),
  /** In words, from and to: `目标值由 8 调整为 6`. */
  words: z.string(),
  sentOn: day.nullable(),
  /** Agreed or not; null while nobody has decided. */
  agreed: z.boolean().nullable(),
  documentNumber: z.string().nullable(),
  effectiveOn: day.nullable(),
  mine: z.boolean(),
})

const filter = z.object({
  q: z.string().max(100).optional(),
  planId: id.optional(),
  kind: kind.optional(),
  state: state.optional(),
})

export const listAdjustments = query({
  id: 'targetAdjustment.list',
  method: 'GET',
  path: '/api/target-adjustments',
  ability: 'targetAdjustment.read',
  summary: 'Requests in sight, those under way first',
  query: paging.extend(filter.shape),
  reply: paged(row),
  errors: [],
})

export const exportAdjustments = query({
  id: 'targetAdjustment.export',
  method: 'GET',
  path: '/api/target-adjustments/table',
  ability: 'targetAdjustment.read',
  summary: '指标调整台账: the requests in sight as .xlsx',
  query: filter.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

const named = z.object({ key, name: z.string() })

export const adjustmentChoices = query({
  id: 'targetAdjustment.choices',
  method: 'GET',
  path: '/api/target-adjustments/choices',
  ability: 'targetAdjustment.begin',
  summary: 'Issued plans in which my unit carries items, with what may be asked of each and until when',
  reply: z.object({
    rows: z.array(
      z.object({
        planId: id,
        title: z.string(),
        unitId: id,
        unitName: z.string(),
        /** Null: no last day. */
        lastDay: day.nullable(),
        open: z.boolean(),
        /** What my unit carries. */
        items: z.array(
          named.extend({
            target: z.string().nullable(),
            fullMark: z.string(),
            leadName: z.string(),
            alone: z.boolean(),
          }),
        ),
        /** Branches that a new indicator may come under. */
        branches: z.array(named),
        /** All leaves, to name the one whose marks give way. */
        leaves: z.array(named.extend({ fullMark: z.string() })),
        hasBonus: z.boolean(),
      }),
    ),
  }),
  errors: [],
})

export const showAdjustment = query({
  id: 'targetAdjustment.show',
  method: 'GET',
  path: '/api/target-adjustments/:adjustmentId',
  ability: 'targetAdjustment.read',
  summary: 'One request: what is asked and why, what it touches, opinion, decision and 批复',
  params: one,
  reply: row.extend({
    request,
    /** 变更后的牵头单位. */
    newLeadName: z.string().nullable(),
    officeName: z.string(),
    decidedBy: z.enum(['head', 'meeting']),
    opinionDue: day.nullable(),
    opinion: z.object({ agreed: z.boolean(), words: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
    proposal: z.string().nullable(),
    /** Items that would move: what was reported on them, and which signatures fall. */
    touched: z.array(
      z.object({
        leafKey: key,
        leafName: z.string(),
        unitName: z.string(),
        aspects: z.array(z.enum(signedAspects)),
        reported: z.boolean(),
        signers: z.array(z.string()),
      }),
    ),
    /** Marks that give way: name, from, to. */
    marks: z.array(z.object({ nodeKey: key, name: z.string(), before: z.string(), after: z.string() })),
    decision: z
      .object({
        agreed: z.boolean(),
        words: z.string(),
        on: day,
        by: z.string(),
        meeting: z.string().nullable(),
        scanDigest,
      })
      .nullable(),
    reply: z.object({ documentNumber: z.string(), on: day, effectiveOn: day }).nullable(),
    revisions: z.array(z.object({ planVersion: z.int(), on: day })),
    /** Of the plan that is worked on, where I may see its draft. */
    planVersion: z.int().nullable(),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...adjustmentCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z
      .object({ command: z.enum(adjustmentCommands), people: z.array(z.string()), unitName: z.string() })
      .nullable(),
    may: z.array(z.enum(adjustmentCommands)),
    today: day,
  }),
  errors: [],
})

export const adjustmentFile = query({
  id: 'targetAdjustment.file',
  method: 'GET',
  path: '/api/target-adjustments/:adjustmentId/files/:fileDigest',
  ability: 'targetAdjustment.read',
  summary: 'A file of the request, or what the head wrote',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const adjustmentPaper = query({
  id: 'targetAdjustment.paper',
  method: 'GET',
  path: '/api/target-adjustments/:adjustmentId/paper',
  ability: 'targetAdjustment.read',
  summary: '指标调整批复; before it has its number a marked draft',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: ['targetAdjustment.notNow'],
})

export const beginAdjustment = command({
  id: 'targetAdjustment.begin',
  method: 'POST',
  path: '/api/target-adjustments',
  ability: 'targetAdjustment.begin',
  act: '起草指标调整申请',
  summary: 'A unit drafts a request about an item that it carries',
  body: z.object({ planId: id, unitId: id, request }),
  reply: z.object({ adjustmentId: id }),
  errors: [
    'targetAdjustment.notForeseen',
    'targetAdjustment.tooLate',
    'targetAdjustment.itemUnknown',
    'targetAdjustment.noLead',
    'targetAdjustment.noTarget',
    'targetAdjustment.targetUnread',
    'targetAdjustment.unchanged',
    'targetAdjustment.nameMissing',
    'targetAdjustment.sameName',
    'targetAdjustment.markUnread',
    'targetAdjustment.placeUnknown',
    'targetAdjustment.marksRule',
    'targetAdjustment.marksTooFew',
    'targetAdjustment.weighted',
    'targetAdjustment.noBonus',
    'targetAdjustment.ownScorer',
    'targetAdjustment.unitUnknown',
    'upload.notFound',
  ],
})

export const editAdjustment = command({
  id: 'targetAdjustment.edit',
  method: 'POST',
  path: '/api/target-adjustments/:adjustmentId/content',
  ability: 'targetAdjustment.edit',
  act: '修改指标调整申请',
  summary: 'The request is changed before it is sent, or after it came back',
  params: one,
  body: versioned.extend({ request }),
  reply: done,
  errors: ['targetAdjustment.notNow', 'targetAdjustment.itemUnknown', 'targetAdjustment.marksRule', 'upload.notFound'],
})

export const sendAdjustment = command({
  id: 'targetAdjustment.send',
  method: 'POST',
  path: '/api/target-adjustments/:adjustmentId/sending',
  ability: 'targetAdjustment.send',
  act: '报送指标调整申请',
  summary: 'The head of the unit sends it to the lead unit for its opinion',
  stepUp: true,
  params: one,
  body: versioned,
  reply: done,
  errors: [
    'targetAdjustment.notNow',
    'targetAdjustment.tooLate',
    'targetAdjustment.reasonMissing',
    'targetAdjustment.groundMissing',
    'targetAdjustment.filesMissing',
  ],
})

export const giveAdjustmentOpinion = command({
  id: 'targetAdjustment.giveOpinion',
  method: 'POST',
  path: '/api/target-adjustments/:adjustmentId/opinion',
  ability: 'targetAdjustment.giveOpinion',
  act: '提出指标调整意见',
  summary: 'The lead unit agrees or not, with its words',
  params: one,
  body: versioned.extend({ agreed: z.boolean(), words: text(1_000) }),
  reply: done,
  errors: ['targetAdjustment.notNow', 'targetAdjustment.wordsMissing'],
})

export const returnAdjustment = command({
  id: 'targetAdjustment.return',
  method: 'POST',
  path: '/api/target-adjustments/:adjustmentId/return',
  ability: 'targetAdjustment.return',
  act: '退回指标调整申请',
  summary: 'The office sends it back for more',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['targetAdjustment.notNow'],
})

export const proposeAdjustment = command({
  id: 'targetAdjustment.propose',
  method: 'POST',
  path: '/api/target-adjustments/:adjustmentId/proposal',
  ability: 'targetAdjustment.propose',
  act: '指标调整报请审定',
  summary: 'The office reviews it and puts it before the head or a meeting, with what it touches',
  params: one,
  body: versioned.extend({ words: text(1_000) }),
  reply: done,
  errors: ['targetAdjustment.notNow', 'targetAdjustment.wordsMissing'],
})

export const decideAdjustment = command({
  id: 'targetAdjustment.decide',
  method: 'POST',
  path: '/api/target-adjustments/:adjustmentId/decision',
  ability: 'targetAdjustment.decide',
  act: '审定指标调整',
  summary:
    'The head decides, or the office registers what the head wrote; a meeting decides through its confirmed minutes',
  stepUp: true,
  params: one,
  body: versioned.extend({ agreed: z.boolean(), words: text(1_000), on: day, scanDigest }),
  reply: done,
  errors: [
    'targetAdjustment.notNow',
    'targetAdjustment.byMeeting',
    'targetAdjustment.scanMissing',
    'targetAdjustment.wordsMissing',
    'targetAdjustment.inFuture',
    'upload.notFound',
  ],
})

export const replyAdjustment = command({
  id: 'targetAdjustment.reply',
  method: 'POST',
  path: '/api/target-adjustments/:adjustmentId/reply',
  ability: 'targetAdjustment.reply',
  act: '批复指标调整',
  summary: 'The office replies with number and day, and from when it holds',
  stepUp: true,
  params: one,
  body: versioned.extend({
    /** A book of the office's unit, whose next number it gets; null: as the OA gave it. */
    bookId: id.nullable(),
    documentNumber: text(60),
    on: day,
    effectiveOn: day,
  }),
  reply: z.object({ version, documentNumber: z.string() }),
  errors: [
    'targetAdjustment.notNow',
    'targetAdjustment.numberMissing',
    'targetAdjustment.inFuture',
    'targetAdjustment.replyBefore',
    'targetAdjustment.effectiveOutside',
  ],
})

export const reviseByAdjustment = command({
  id: 'targetAdjustment.revise',
  method: 'POST',
  path: '/api/target-adjustments/:adjustmentId/revision',
  ability: 'targetAdjustment.revise',
  act: '据批复修订方案',
  summary: 'What was agreed goes into 方案校核 of the plan’s draft; of an issued plan the next version is opened',
  params: one,
  body: versioned.extend({ planVersion: version }),
  reply: z.object({ version, planId: id }),
  errors: ['targetAdjustment.notNow', 'targetAdjustment.notAgreed', 'plan.notNow', 'plan.otherUnit'],
})

export const withdrawAdjustment = command({
  id: 'targetAdjustment.withdraw',
  method: 'POST',
  path: '/api/target-adjustments/:adjustmentId/withdrawal',
  ability: 'targetAdjustment.withdraw',
  act: '撤回指标调整申请',
  summary: 'The unit takes it back before the group has it',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['targetAdjustment.notNow'],
})
