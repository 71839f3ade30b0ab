import { postKinds } from '@quanheng/domain/ability/posts'
import { fieldNames, noticeParts } from '@quanheng/domain/notice/model'
import type { NoticeFindingCode } from '@quanheng/domain/plan/findings'
import { z } from 'zod'
import { comparePlan, shapeErrors } from './plan.ts'
import { command, query } from './route.ts'
import { day, digest, id, inTableFormat, line, paged, paging, reason, sort, text, version } from './shapes.ts'

const planKind = z.enum(['appraisalPlan', 'indicatorPlan'])

/** 文件导入: an official notice, read, gone through field by field, made into a draft plan. Places are code points, end exclusive. */

const one = z.object({ noticeId: id })
const place = { start: z.int().min(0), end: z.int().min(0) }
const fieldId = z.string().min(1).max(100)
const counts = { fields: z.int(), undecided: z.int(), asked: z.int(), openFindings: z.int() }
const code = z.custom<NoticeFindingCode>((value) => typeof value === 'string' && value.startsWith('notice.'))

const noticeRow = z.object({
  id,
  fileName: z.string(),
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  unitId: id,
  unitName: z.string(),
  importedBy: z.string(),
  importedAt: z.string(),
  planId: id.nullable(),
  ...counts,
})

export const listNotices = query({
  id: 'notice.list',
  method: 'GET',
  path: '/api/notices',
  ability: 'notice.read',
  summary: 'Notices that my body imported, the latest first',
  query: paging.extend({ q: z.string().max(100).optional(), sort }),
  reply: paged(noticeRow),
  errors: [],
})

const choice = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['accepted', 'asked', 'left']) }),
  z.object({ state: z.literal('corrected'), value: text(5_000) }),
])

const readRow = z.object({
  key: z.string(),
  part: z.enum(noticeParts),
  fields: z.array(
    z.object({ id: fieldId, name: z.enum(fieldNames), value: z.string(), confidence: z.int(), ...place }),
  ),
  path: z.array(z.string()).exactOptional(),
  group: z.string().exactOptional(),
  announced: z.int().exactOptional(),
  present: z.boolean().exactOptional(),
})

const finding = z.object({
  key: z.string(),
  code,
  severity: z.enum(['mustFix', 'note']),
  params: z.record(z.string(), z.string()),
  proposals: z.array(z.string()),
  ...place,
})

const settled = z.object({ reason: z.string(), on: day, by: z.string(), post: z.enum(postKinds) })

export const showReading = query({
  id: 'notice.reading',
  method: 'GET',
  path: '/api/notices/:noticeId/reading',
  ability: 'notice.read',
  summary:
    'What was read of one imported notice: its text, the fields found with their places, the findings; none of it ever changes',
  params: one,
  kept: true,
  reply: z.object({ text: z.string(), rows: z.array(readRow), findings: z.array(finding) }),
  errors: [],
})

export const showNotice = query({
  id: 'notice.show',
  method: 'GET',
  path: '/api/notices/:noticeId',
  ability: 'notice.read',
  summary: 'One imported notice: what was decided about its fields and findings, what a draft could not take over',
  params: one,
  reply: noticeRow.extend({
    version,
    digest,
    size: z.int(),
    choices: z.record(fieldId, choice),
    /** What the draft made of it could not take over; empty until a draft was made. */
    notes: z.array(finding),
    /** By the key of a finding or note: how it was dealt with. */
    settled: z.record(z.string(), settled),
    /** Place of the draft plan → field; empty until a draft was made. */
    sources: z.record(z.string(), z.string()),
    planTitle: z.string().nullable(),
    /** The kinds of plan that my posts may begin. */
    mayDraft: z.array(planKind),
    /** The revision that took this one's place in the plan; nothing is settled here any more. */
    replacedBy: id.nullable(),
  }),
  errors: [],
})

export const importNotice = command({
  id: 'notice.import',
  method: 'POST',
  path: '/api/notices',
  ability: 'notice.import',
  act: '导入文件',
  summary: 'Read an uploaded notice and keep what was found',
  body: z.object({ digest }),
  reply: z.object({ id }),
  errors: [
    'upload.notFound',
    'noticeFile.empty',
    'noticeFile.tooLarge',
    'noticeFile.tooMuchText',
    'noticeFile.encrypted',
    'noticeFile.macros',
    'noticeFile.damaged',
    'noticeFile.unknownFormat',
    'noticeFile.noText',
  ],
})

export const chooseFields = command({
  id: 'notice.choose',
  method: 'PUT',
  path: '/api/notices/:noticeId/choices',
  ability: 'notice.choose',
  act: '核对导入内容',
  summary: 'Accept, correct, ask later or leave out fields; `null` takes a choice back',
  params: one,
  body: z.object({
    version,
    choices: z.array(z.object({ field: fieldId, choice: choice.nullable() })).max(20_000),
    /** What all fields become that nobody has decided about, however many, in one part or everywhere. */
    rest: z
      .object({ state: z.enum(['accepted', 'asked', 'left']), part: z.enum(noticeParts).nullable() })
      .exactOptional(),
  }),
  reply: z.object({ version }),
  errors: ['notice.noSuchField', 'notice.noSuchKind', 'notice.correctionEmpty', 'notice.drafted'],
})

export const carryChoices = command({
  id: 'notice.carry',
  method: 'POST',
  path: '/api/notices/:noticeId/choices/carry',
  ability: 'notice.choose',
  act: '沿用原核对结果',
  summary: 'Decide what this notice says in the words of an earlier import as it was decided there',
  params: one,
  body: z.object({ version, fromNoticeId: id }),
  reply: z.object({ version, carried: z.int() }),
  errors: ['notice.drafted'],
})

export const settleFinding = command({
  id: 'notice.settle',
  method: 'POST',
  path: '/api/notices/:noticeId/findings/settle',
  ability: 'notice.choose',
  act: '处理导入意见',
  summary: 'Say that a finding is dealt with, and how; without a reason it is open again',
  params: one,
  body: z.object({ version, finding: z.string().min(1).max(500), reason: reason.nullable() }),
  reply: z.object({ version }),
  errors: ['notice.noSuchFinding'],
})

export const draftPlan = command({
  id: 'notice.draft',
  method: 'POST',
  path: '/api/notices/:noticeId/plan',
  ability: 'notice.draft',
  act: '由文件生成方案草稿',
  summary: 'Make a draft plan of what was accepted; every value keeps its place in the notice',
  params: one,
  body: z.object({
    version,
    kind: planKind,
    year: z.int().min(2000).max(2100),
    title: line(300),
  }),
  reply: z.object({ planId: id, version }),
  errors: ['plan.notYours', 'notice.drafted', 'notice.nothingAccepted', ...shapeErrors],
})

export const revisePlanFrom = command({
  id: 'notice.revise',
  method: 'POST',
  path: '/api/notices/:noticeId/revision',
  ability: 'notice.draft',
  act: '按修订文件修改方案',
  summary:
    'Put what a revised notice changes into the draft of the plan made from the earlier one; what was edited by hand stays',
  params: one,
  body: z.object({ version, planId: id, planVersion: version }),
  reply: z.object({ version, clashes: z.int() }),
  errors: [
    'plan.notNow',
    'plan.notYours',
    'notice.drafted',
    'notice.undecidedLeft',
    'notice.otherPlan',
    'notice.notLater',
    ...shapeErrors,
  ],
})

export const adjustPlan = command({
  id: 'notice.adjust',
  method: 'POST',
  path: '/api/notices/:noticeId/adjustment',
  ability: 'notice.draft',
  act: '据调整文件修订方案',
  summary:
    'Propose the changes of an adjusting notice to a plan: an issued one gets its next version first; each change waits in 方案校核',
  params: one,
  body: z.object({ version, planId: id, planVersion: version, reason }),
  reply: z.object({ version, changes: z.int() }),
  errors: [
    'plan.notNow',
    'plan.notYours',
    'plan.reasonMissing',
    'plan.nextDraftOpen',
    'notice.drafted',
    'notice.noChanges',
    'notice.changesUndecided',
    ...shapeErrors,
  ],
})

export const noticesOfPlan = query({
  id: 'notice.ofPlan',
  method: 'GET',
  path: '/api/plans/:planId/notices',
  ability: 'notice.read',
  summary: 'The notices that a plan was made from, as far as my body imported them: place of the plan → field',
  params: z.object({ planId: id }),
  reply: z.object({
    rows: z.array(z.object({ noticeId: id, fileName: z.string(), sources: z.record(z.string(), z.string()) })),
  }),
  errors: [],
})

export const fieldTable = query({
  id: 'notice.table',
  method: 'GET',
  path: '/api/notices/:noticeId/fields.xlsx',
  ability: 'notice.read',
  summary:
    '导入核对表 as a workbook for the file: each field, its words and clause, what was decided, by whom and when',
  params: one,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const compareNotices = query({
  id: 'notice.compare',
  method: 'GET',
  path: '/api/notices/:noticeId/compare',
  ability: 'notice.read',
  summary: 'Plan against plan: what an earlier import gives and what this one gives',
  params: one,
  query: z.object({ from: id }),
  reply: comparePlan.reply,
  errors: [],
})
