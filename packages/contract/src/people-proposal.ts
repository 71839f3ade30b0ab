import { postKinds } from '@quanheng/domain/ability/posts'
import { mostLines, peopleLineKinds, peopleProposalStates } from '@quanheng/domain/people-proposal/model'
import { peopleProposalCommands } from '@quanheng/domain/people-proposal/transitions'
import { z } from 'zod'
import { checkedTable } from './organisation-table.ts'
import { command, query } from './route.ts'
import { day, digest, id, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 人员变动申报: a unit proposes its people and posts, the security administrator carries them out line by line. */

const one = z.object({ peopleProposalId: id })
const done = z.object({ version })
const state = z.enum(peopleProposalStates)
const lineKind = z.enum(peopleLineKinds)

const post = z.object({
  kind: z.enum(postKinds),
  sectionId: id.nullable(),
  title: line(60).nullable(),
  acting: z.boolean(),
  from: day,
  to: day.nullable(),
})

const lineBody = z.object({
  kind: lineKind,
  login: line(64),
  name: line(50),
  phone: line(40).nullable(),
  mail: line(100).nullable(),
  heldPostId: id.nullable(),
  post: post.nullable(),
  lastDay: day.nullable(),
})

const row = z.object({
  id,
  version,
  unitId: id,
  unitName: z.string(),
  state,
  lines: z.int(),
  /** Not decided yet, and come back. */
  open: z.int(),
  returned: z.int(),
  note: z.string(),
  submittedOn: day.nullable(),
  mine: z.boolean(),
})

export const listPeopleProposals = query({
  id: 'peopleProposal.list',
  method: 'GET',
  path: '/api/people-proposals',
  ability: 'peopleProposal.read',
  summary: 'Proposals of my unit; of all units for the security administrator, drafts left out',
  query: paging.extend({ state: state.optional(), unitId: id.optional() }),
  reply: paged(row),
  errors: [],
})

export const showPeopleProposal = query({
  id: 'peopleProposal.show',
  method: 'GET',
  path: '/api/people-proposals/:peopleProposalId',
  ability: 'peopleProposal.read',
  summary: 'One proposal: each line with what was decided, and what would refuse it now',
  params: one,
  reply: row.extend({
    rows: z.array(
      lineBody.extend({
        id,
        /** Days as they were typed, even where they are none. */
        login: z.string(),
        name: z.string(),
        /** Masked, except while the unit words the line. */
        phone: z.string().nullable(),
        mail: z.string().nullable(),
        post: post.extend({ title: z.string().nullable(), sectionName: z.string().nullable() }).nullable(),
        held: z.object({ kind: z.enum(postKinds), sectionName: z.string().nullable() }).nullable(),
        outcome: z
          .object({ outcome: z.enum(['approved', 'returned']), reason: z.string(), by: z.string(), on: day })
          .nullable(),
        /** Why it came back last. */
        cameBack: z.string().nullable(),
        faults: z.array(z.object({ column: z.string(), code: z.string(), params: z.record(z.string(), z.string()) })),
      }),
    ),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...peopleProposalCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    may: z.array(z.enum(peopleProposalCommands)),
  }),
  errors: [],
})

export const proposablePeople = query({
  id: 'peopleProposal.people',
  method: 'GET',
  path: '/api/people-proposals/:peopleProposalId/people',
  ability: 'peopleProposal.write',
  summary: 'The people of the proposing unit with the posts they hold there, to choose from',
  params: one,
  reply: z.object({
    rows: z.array(
      z.object({
        personId: id,
        name: z.string(),
        login: z.string(),
        posts: z.array(
          z.object({
            id,
            kind: z.enum(postKinds),
            sectionName: z.string().nullable(),
            acting: z.boolean(),
            from: day,
            to: day.nullable(),
          }),
        ),
      }),
    ),
  }),
  errors: [],
})

export const beginPeopleProposal = command({
  id: 'peopleProposal.begin',
  method: 'POST',
  path: '/api/people-proposals',
  ability: 'peopleProposal.write',
  act: '起草人员变动申报',
  summary: 'Begin a proposal of my unit',
  body: z.object({ unitId: id, note: text(500) }),
  reply: z.object({ peopleProposalId: id }),
  errors: ['unit.closed'],
})

const lineErrors = [
  'peopleProposal.notNow',
  'peopleProposal.notYours',
  'peopleProposal.otherUnit',
  'peopleProposal.tooMany',
  'peopleProposal.lineUnknown',
  'peopleProposal.lineDecided',
  'peopleProposal.postNotOfUnit',
  'peopleProposal.notHeld',
  'peopleProposal.notHere',
  'peopleProposal.otherName',
  'organisation.tooLong',
  'organisation.nameMissing',
  'organisation.notDay',
  'organisation.loginUnknown',
  'organisation.twice',
  'account.loginTaken',
  'person.disabled',
  'section.notOfUnit',
  'post.administratorHoldsAnother',
  'post.administratorHasBusiness',
  'post.sectionNeeded',
  'post.periodBackwards',
  'post.actingWithoutEnd',
  'post.heldTwice',
] as const

export const writePeopleLine = command({
  id: 'peopleProposal.write',
  method: 'POST',
  path: '/api/people-proposals/:peopleProposalId/lines',
  ability: 'peopleProposal.write',
  act: '填写人员变动',
  summary: 'A new line, or another wording of one that is not approved',
  params: one,
  body: lineBody.extend({ lineId: id.nullable(), version }),
  reply: done,
  errors: lineErrors,
})

export const dropPeopleLine = command({
  id: 'peopleProposal.drop',
  method: 'POST',
  path: '/api/people-proposals/:peopleProposalId/lines/drop',
  ability: 'peopleProposal.write',
  act: '删去人员变动',
  summary: 'Take a line out that is not approved',
  params: one,
  body: z.object({ lineId: id, version }),
  reply: done,
  errors: [
    'peopleProposal.notNow',
    'peopleProposal.otherUnit',
    'peopleProposal.lineUnknown',
    'peopleProposal.lineDecided',
  ],
})

export const submitPeopleProposal = command({
  id: 'peopleProposal.submit',
  method: 'POST',
  path: '/api/people-proposals/:peopleProposalId/submit',
  ability: 'peopleProposal.write',
  act: '报送人员变动申报',
  summary: 'Send all lines that are not approved to the security administrator',
  params: one,
  body: z.object({ version }),
  reply: done,
  errors: ['peopleProposal.notNow', 'peopleProposal.otherUnit', 'peopleProposal.empty', 'peopleProposal.lineFault'],
})

export const decidePeopleProposal = command({
  id: 'peopleProposal.decide',
  method: 'POST',
  path: '/api/people-proposals/:peopleProposalId/decide',
  ability: 'peopleProposal.decide',
  act: '审核人员变动申报',
  summary: 'Carry out the approved lines at once, all or none, and return others with the reason',
  params: one,
  body: z.object({
    version,
    decisions: z
      .array(z.object({ lineId: id, outcome: z.enum(['approved', 'returned']), reason: text(500) }))
      .max(mostLines),
  }),
  reply: done,
  errors: [
    'peopleProposal.notNow',
    'peopleProposal.notYours',
    'peopleProposal.empty',
    'peopleProposal.lineUnknown',
    'peopleProposal.lineFault',
    'peopleProposal.reasonMissing',
    'post.breaksSeparation',
    'unit.closed',
  ],
})

export const withdrawPeopleProposal = command({
  id: 'peopleProposal.withdraw',
  method: 'POST',
  path: '/api/people-proposals/:peopleProposalId/withdraw',
  ability: 'peopleProposal.write',
  act: '撤回人员变动申报',
  summary: 'Give up what is not approved; what was approved stands',
  params: one,
  body: z.object({ version, reason }),
  reply: done,
  errors: ['peopleProposal.notNow', 'peopleProposal.otherUnit', 'peopleProposal.reasonMissing'],
})

export const peopleLineTemplate = query({
  id: 'peopleProposal.template',
  method: 'GET',
  path: '/api/people-proposals/:peopleProposalId/template',
  ability: 'peopleProposal.write',
  summary: 'Template of lines as a workbook, with the sections of the unit to choose from',
  params: one,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})

export const checkPeopleLines = query({
  id: 'peopleProposal.checkTable',
  method: 'POST',
  path: '/api/people-proposals/:peopleProposalId/table/check',
  ability: 'peopleProposal.write',
  summary: 'Read an uploaded table of lines; saves nothing',
  params: one,
  body: z.object({ digest }),
  reply: checkedTable,
  errors: ['upload.notFound'],
})

export const markPeopleLines = query({
  id: 'peopleProposal.markTable',
  method: 'POST',
  path: '/api/people-proposals/:peopleProposalId/table/marked',
  ability: 'peopleProposal.write',
  summary: 'The uploaded workbook with its wrong cells marked',
  params: one,
  body: z.object({ digest }),
  reply: 'file',
  errors: ['upload.notFound'],
})

export const importPeopleLines = command({
  id: 'peopleProposal.importTable',
  method: 'POST',
  path: '/api/people-proposals/:peopleProposalId/table',
  ability: 'peopleProposal.write',
  act: '导入人员变动',
  summary: 'Add all lines of an uploaded table, or none',
  params: one,
  body: z.object({ digest, version }),
  reply: z.object({ count: z.int() }),
  errors: ['upload.notFound', 'organisation.tableFaults', ...lineErrors],
})

export const exportPeopleLines = query({
  id: 'peopleProposal.export',
  method: 'GET',
  path: '/api/people-proposals/:peopleProposalId/table',
  ability: 'peopleProposal.read',
  summary: 'The lines with what was decided, as a workbook',
  params: one,
  query: inTableFormat,
  reply: 'file',
  errors: [],
})
