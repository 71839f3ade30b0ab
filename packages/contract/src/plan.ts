import { postKinds } from '@quanheng/domain/ability/posts'
import type { PlanPart } from '@quanheng/domain/plan/compare'
import type { FindingCode } from '@quanheng/domain/plan/findings'
import { milestonePosts } from '@quanheng/domain/plan/model'
import { planStates } from '@quanheng/domain/plan/plan'
import { type PlanChange, proposalCodes } from '@quanheng/domain/plan/proposals'
import { planCommands } from '@quanheng/domain/plan/workflow'
import { z } from 'zod'
import { planContent, planParts } from './plan-content.ts'
import { command, query } from './route.ts'
import { basis } from './rule.ts'
import { day, digest, id, inTableFormat, line, paged, paging, reason, sort, version } from './shapes.ts'

const kind = z.enum(['appraisalPlan', 'indicatorPlan'])
const state = z.enum([...planStates, 'discarded'])
const number = z.int().min(1)
const one = z.object({ planId: id })
const author = z.object({
  personId: id,
  name: z.string(),
  post: z.enum(postKinds),
  unitId: id,
  unitName: z.string(),
})

export const planRow = z.object({
  id,
  kind,
  year: z.int(),
  title: z.string(),
  state,
  /** The version worked on, and the version in force. */
  number,
  issuedNumber: number.nullable(),
  ownerUnitId: id,
  ownerName: z.string(),
  parentPlanId: id.nullable(),
  documentNumber: z.string().nullable(),
  documentDate: day.nullable(),
})

export const listPlans = query({
  id: 'plan.list',
  method: 'GET',
  path: '/api/plans',
  ability: 'plan.read',
  summary: 'Plans that my posts may see, newest year first',
  query: paging.extend({
    q: z.string().max(100).optional(),
    year: z.coerce.number().int().min(0).max(9999).optional(),
    kind: kind.optional(),
    state: state.optional(),
    sort,
  }),
  reply: paged(planRow),
  errors: [],
})

const acceptance = z.object({ reason: z.string(), on: day, by: author })

/** One line of 方案校核. `code` and `params` become words in `messages`. */
const planFinding = z.object({
  key: z.string(),
  code: z.custom<FindingCode>((value) => typeof value === 'string'),
  severity: z.enum(['mustFix', 'note']),
  acceptable: z.boolean(),
  at: z.string(),
  basis: basis.optional(),
  params: z.record(z.string(), z.string()),
  proposals: z.array(
    z.object({
      code: z.enum(proposalCodes),
      params: z.record(z.string(), z.string()),
      change: z.custom<PlanChange>((value) => typeof value === 'object').exactOptional(),
    }),
  ),
  acceptance: acceptance.optional(),
})

const planBurden = z.object({
  unitId: id,
  unitName: z.string(),
  data: z.int(),
  evidence: z.int(),
  required: z.int(),
})

/** What one lead unit of a year plan carries itself, and who scores it in its place (回避). */
const ownItems = z.object({
  unitId: id,
  leafKeys: z.array(z.string()),
  /** Unit and section by name; null where no plan that I may see names one. */
  scorerName: z.string().nullable(),
  /** The lead unit's plan in force. */
  plan: z.object({ id, title: z.string() }).nullable(),
})

export const showPlan = query({
  id: 'plan.show',
  method: 'GET',
  path: '/api/plans/:planId',
  ability: 'plan.read',
  summary:
    'A plan as I may see it: the draft where it is mine to work on, else the version in force; with its findings',
  params: one,
  reply: planRow.extend({
    version,
    parentTitle: z.string().nullable(),
    reason: z.string().nullable(),
    drafter: author,
    /** `issued` for those who may not see drafts. */
    shows: z.enum(['draft', 'issued']),
    content: planContent,
    /** 校验码 of `content`. */
    digest,
    /** What my posts may do with it now. */
    may: z.array(z.enum([...planCommands, 'discard'])),
    /** Who acts next; null once issued. */
    next: z
      .object({
        command: z.enum(planCommands),
        posts: z.array(z.enum(postKinds)),
        people: z.array(z.object({ name: z.string(), post: z.enum(postKinds), sectionName: z.string().nullable() })),
      })
      .nullable(),
    findings: z.array(planFinding),
    burden: z.array(planBurden),
    /** Only in a year plan. */
    ownItems: z.array(ownItems),
    /** Names of the units, sections and people that the content names. */
    names: z.record(z.string(), z.string()),
  }),
  errors: [],
})

export const beginPlan = command({
  id: 'plan.begin',
  method: 'POST',
  path: '/api/plans',
  ability: 'plan.begin',
  act: '起草方案',
  summary: 'Begin a draft: empty, under lines of a year plan, or copied from another plan',
  body: z.object({
    kind,
    year: z.int().min(2000).max(2100),
    title: line(300),
    /** The year plan that quotes or is quoted: an indicator plan takes the lines its unit leads. */
    parentPlanId: id.nullable(),
    copyFromPlanId: id.nullable(),
  }),
  reply: z.object({ id }),
  errors: ['plan.wrongYear', 'plan.notIssued'],
})

/** Why a content cannot be stored at all. */
export const shapeErrors = [
  'plan.tooMany',
  'plan.tooLong',
  'plan.tooDeep',
  'plan.duplicateKey',
  'plan.unknownKey',
  'plan.circular',
  'plan.notALeaf',
  'plan.wrongYear',
  'date.malformed',
  'date.noSuchDay',
  'quantity.notANumber',
] as const

export const editPlan = command({
  id: 'plan.edit',
  method: 'PUT',
  path: '/api/plans/:planId/content',
  ability: 'plan.edit',
  act: '修改方案',
  summary: 'Save the whole content of a draft, or some parts of it',
  params: one,
  body: z.object({ version, parts: planParts }),
  reply: z.object({ version }),
  errors: ['plan.notNow', 'plan.notYours', ...shapeErrors, 'upload.notFound'],
})

export const acceptFinding = command({
  id: 'plan.accept',
  method: 'POST',
  path: '/api/plans/:planId/acceptances',
  ability: 'plan.accept',
  act: '按原文执行',
  summary: 'Let a finding stand, with a reason',
  params: one,
  body: z.object({ version, finding: z.string().max(20_000), reason }),
  reply: z.object({ version }),
  errors: ['plan.notNow', 'plan.notYours', 'plan.noSuchFinding', 'plan.mustBeMended', 'plan.alreadyAccepted'],
})

export const withdrawAcceptance = command({
  id: 'plan.withdraw',
  method: 'POST',
  path: '/api/plans/:planId/acceptances/withdraw',
  ability: 'plan.withdraw',
  act: '撤回按原文执行',
  summary: 'Withdraw an acceptance',
  params: one,
  body: z.object({ version, finding: z.string().max(20_000) }),
  reply: z.object({ version }),
  errors: ['plan.notNow', 'plan.notYours', 'plan.noSuchFinding'],
})

export const checkPlan = command({
  id: 'plan.check',
  method: 'POST',
  path: '/api/plans/:planId/check',
  ability: 'plan.check',
  act: '方案校核通过',
  summary: 'Declare a draft checked: nothing that must be mended is left',
  params: one,
  body: z.object({ version }),
  reply: z.object({ version }),
  errors: ['plan.notNow', 'plan.notYours', 'plan.mustFix'],
})

export const returnPlan = command({
  id: 'plan.return',
  method: 'POST',
  path: '/api/plans/:planId/return',
  ability: 'plan.return',
  act: '退回修改方案',
  summary: 'Send a checked draft back',
  params: one,
  body: z.object({ version, reason }),
  reply: z.object({ version }),
  errors: ['plan.notNow', 'plan.notYours', 'plan.reasonMissing'],
})

const issuing = z.object({ version, number: line(100), date: day })
const issueErrors = [
  'plan.onAgenda',
  'plan.notAsAgreed',
  'plan.refusedByMeeting',
  'plan.notNow',
  'plan.notYours',
  'plan.mustFix',
  'plan.numberMissing',
  'plan.dateAhead',
  'upload.notFound',
] as const

export const issuePlan = command({
  id: 'plan.issue',
  method: 'POST',
  path: '/api/plans/:planId/issue',
  ability: 'plan.issue',
  act: '印发方案',
  milestone: true,
  summary: 'Issue a checked draft: from now on it is collected and scored by',
  stepUp: true,
  params: one,
  body: issuing,
  reply: z.object({ version, number, digest }),
  errors: issueErrors,
})

export const registerPlan = command({
  id: 'plan.register',
  method: 'POST',
  path: '/api/plans/:planId/register',
  ability: 'plan.register',
  act: '已印发文件补录',
  milestone: true,
  summary: 'Enter a plan that was printed before, with its number, date and stamped scan',
  stepUp: true,
  params: one,
  body: issuing.extend({ scanDigest: digest.nullable() }),
  reply: z.object({ version, number, digest }),
  errors: issueErrors,
})

export const revisePlan = command({
  id: 'plan.revise',
  method: 'POST',
  path: '/api/plans/:planId/revise',
  ability: 'plan.revise',
  act: '修订方案',
  summary: 'Open the next version; the one in force stays until it is issued',
  params: one,
  body: z.object({ version, reason }),
  reply: z.object({ version, number }),
  errors: ['plan.notNow', 'plan.notYours', 'plan.reasonMissing', 'plan.nextDraftOpen'],
})

export const discardPlan = command({
  id: 'plan.discard',
  method: 'POST',
  path: '/api/plans/:planId/discard',
  ability: 'plan.edit',
  act: '放弃方案草稿',
  summary: 'Give up a draft; the version in force, if there is one, stays',
  params: one,
  body: z.object({ version, reason }),
  reply: z.object({ version }),
  errors: ['plan.notNow', 'plan.notYours', 'plan.reasonMissing'],
})

export const listVersions = query({
  id: 'plan.versions',
  method: 'GET',
  path: '/api/plans/:planId/versions',
  ability: 'plan.read',
  summary: 'Versions that were issued, the latest first',
  params: one,
  reply: z.object({
    rows: z.array(
      z.object({
        number,
        digest,
        way: z.enum(['here', 'registered']),
        documentNumber: z.string(),
        documentDate: day,
        scanDigest: digest.nullable(),
        reason: z.string().nullable(),
        issuedAt: z.string(),
        author,
        acceptances: z.array(acceptance.extend({ code: z.string(), at: z.string() })),
      }),
    ),
  }),
  errors: [],
})

/** A version by its number, as an address writes it. */
const versionNumber = z.coerce.number().int().min(1).max(100_000)
const numbered = z.object({ planId: id, number: versionNumber })

export const showVersion = query({
  id: 'plan.version',
  method: 'GET',
  path: '/api/plans/:planId/versions/:number',
  ability: 'plan.read',
  summary: 'The content of one issued version',
  params: numbered,
  reply: z.object({ content: planContent, names: z.record(z.string(), z.string()) }),
  errors: [],
})

export const comparePlan = query({
  id: 'plan.compare',
  method: 'GET',
  path: '/api/plans/:planId/compare',
  ability: 'plan.read',
  summary: 'Every difference between two versions; without `to`, against the draft',
  params: one,
  query: z.object({ from: versionNumber, to: versionNumber.optional() }),
  reply: z.object({
    changes: z.array(
      z.object({
        part: z.custom<PlanPart>((value) => typeof value === 'string'),
        at: z.string(),
        name: z.string().optional(),
        field: z.string().optional(),
        before: z.unknown().optional(),
        after: z.unknown().optional(),
      }),
    ),
    names: z.record(z.string(), z.string()),
  }),
  errors: [],
})

const file = { method: 'GET', ability: 'plan.read', params: one, reply: 'file', errors: [] } as const

export const planJson = query({
  ...file,
  id: 'plan.json',
  path: '/api/plans/:planId/plan.json',
  summary: 'The content as canonical JSON, for other programs and for checking the digest',
  query: z.object({ number: versionNumber.optional() }),
})

export const planYaml = query({
  ...file,
  id: 'plan.yaml',
  path: '/api/plans/:planId/plan.yaml',
  summary: 'The content as a plan file, which `./quanheng` checks and scores and which can be imported again',
  query: z.object({ number: versionNumber.optional() }),
  errors: ['plan.noFile'],
})

export const planFile = query({
  ...file,
  id: 'plan.file',
  path: '/api/plans/:planId/files/:digest',
  summary: 'A basis document, annex or stamped scan that the plan cites',
  params: z.object({ planId: id, digest }),
})

export const taskTable = query({
  ...file,
  id: 'plan.taskTable',
  path: '/api/plans/:planId/tasks.xlsx',
  summary: '考核对象及任务分配表 as a workbook, to fill in and read back',
  query: inTableFormat,
})

export const milestoneTable = query({
  ...file,
  id: 'plan.milestoneTable',
  path: '/api/plans/:planId/milestones.xlsx',
  summary: '指标节点 as a workbook, to fill in and read back',
  query: inTableFormat,
})

export const indicatorTable = query({
  ...file,
  id: 'plan.indicatorTable',
  path: '/api/plans/:planId/indicators.xlsx',
  summary: '指标体系 as a workbook',
  query: inTableFormat,
})

const reading = { method: 'POST', ability: 'plan.edit', params: one, body: z.object({ digest }) } as const
const readingErrors = ['upload.notFound'] as const
const cellFault = z.object({ cell: z.string(), message: z.string() })

export const readTasks = query({
  ...reading,
  id: 'plan.readTasks',
  path: '/api/plans/:planId/tasks/read',
  summary: 'Read an uploaded task table: rows to put into the draft, or the faults cell by cell; saves nothing',
  reply: z.object({
    tasks: z.array(
      z.object({
        leafKey: z.string(),
        unitId: id,
        task: z.string(),
        target: z.string(),
        owner: z.string(),
        remindOn: z.string(),
      }),
    ),
    faults: z.array(cellFault),
  }),
  errors: readingErrors,
})

export const readMilestones = query({
  ...reading,
  id: 'plan.readMilestones',
  path: '/api/plans/:planId/milestones/read',
  summary:
    'Read an uploaded table of milestones: rows to put into the draft, or the faults cell by cell; saves nothing',
  reply: z.object({
    milestones: z.array(
      z.object({
        leafKey: z.string(),
        name: z.string(),
        due: z.string(),
        expected: z.string(),
        completionStandard: z.string(),
        unitIds: z.array(id),
        post: z.enum(milestonePosts),
      }),
    ),
    faults: z.array(cellFault),
  }),
  errors: readingErrors,
})

export const markMilestones = query({
  ...reading,
  id: 'plan.markMilestones',
  path: '/api/plans/:planId/milestones/marked',
  summary: 'The uploaded table of milestones with every fault marked in its cell',
  reply: 'file',
  errors: readingErrors,
})

export const markTasks = query({
  ...reading,
  id: 'plan.markTasks',
  path: '/api/plans/:planId/tasks/marked',
  summary: 'The uploaded task table with every fault marked in its cell',
  reply: 'file',
  errors: readingErrors,
})
