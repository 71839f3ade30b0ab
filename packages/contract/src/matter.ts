import { answerOutcomes, matterSorts, matterStances, matterStates, silences } from '@quanheng/domain/matter/model'
import { matterCommands } from '@quanheng/domain/matter/transitions'
import { seatRanks } from '@quanheng/domain/meeting/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 重要事项: opinions of members, each answered, a changed text, the head's decision; or straight to the head (沈8 附件1 十一). */

const one = z.object({ matterId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const nullable = z.string().nullable()
const sort = z.enum(matterSorts)
const state = z.enum(matterStates)
const stance = z.enum(matterStances)
const outcome = z.enum(answerOutcomes)
const silence = z.enum(silences)
const file = z.object({ digest, name: line(200) })
const scanDigest = digest.nullable()
const contentBody = z.object({
  sort,
  title: text(200),
  /** One paragraph a line. */
  wording: text(20_000),
  files: z.array(file).max(20),
})

const row = z.object({
  id,
  version,
  sort,
  state,
  title: z.string(),
  unitName: z.string(),
  /** 紧急、特殊事项直接报组长. */
  direct: z.boolean(),
  /** Last day for opinions. */
  until: day.nullable(),
  asked: z.int(),
  given: z.int(),
  approvedOn: day.nullable(),
  mine: z.boolean(),
})

const filters = z.object({
  q: z.string().max(100).optional(),
  sort: sort.optional(),
  state: state.optional(),
  /** Only those that went straight to the head. */
  direct: z.enum(['yes']).optional(),
})

export const listImportantMatters = query({
  id: 'matter.list',
  method: 'GET',
  path: '/api/matters',
  ability: 'matter.read',
  summary: 'Important matters in sight, those under way first',
  query: paging.extend(filters.shape),
  reply: paged(row),
  errors: [],
})

export const exportImportantMatters = query({
  id: 'matter.export',
  method: 'GET',
  path: '/api/matters/table',
  ability: 'matter.read',
  summary: 'The filtered list as a table',
  query: filters.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

const seat = z.object({
  key: z.string(),
  rank: z.enum(seatRanks),
  personName: z.string(),
  unitName: z.string(),
})

export const listMatterSeats = query({
  id: 'matter.seats',
  method: 'GET',
  path: '/api/matters/seats',
  ability: 'matter.begin',
  summary: 'Who sits in the leading group of my office today, to choose whom to ask',
  reply: z.object({ rows: z.array(seat) }),
  errors: [],
})

export const showImportantMatter = query({
  id: 'matter.show',
  method: 'GET',
  path: '/api/matters/:matterId',
  ability: 'matter.read',
  summary: 'One matter: its versions, whom was asked, what each said and how it was taken up, and the decision',
  params: one,
  reply: row.extend({
    wording: z.string(),
    files: z.array(file),
    /** Texts that went out or up, the last one as it stands. */
    versions: z.array(z.object({ title: z.string(), wording: z.string(), by: z.string(), at: z.iso.datetime() })),
    round: z.object({ until: day, silence, sentOn: day }).nullable(),
    /** A member sees the own row alone, the office and the head all. */
    members: z.array(
      z.object({
        key: z.string(),
        personName: z.string(),
        unitName: z.string(),
        opinion: z.object({ stance, words: z.string(), by: z.string(), at: z.iso.datetime(), scanDigest }).nullable(),
        answer: z.object({ outcome, reason: z.string() }).nullable(),
        /** I am this member, or may hand in the signed opinion. */
        way: z.enum(['own', 'brought']).nullable(),
      }),
    ),
    directReason: nullable,
    tellMembers: z.boolean(),
    approval: z
      .object({ words: z.string(), on: day, by: z.string(), scanDigest, told: z.array(z.string()) })
      .nullable(),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...matterCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z.object({ command: z.enum(matterCommands), people: z.array(z.string()), unitName: z.string() }).nullable(),
    may: z.array(z.enum(matterCommands)),
    today: day,
  }),
  errors: [],
})

export const importantMatterFile = query({
  id: 'matter.file',
  method: 'GET',
  path: '/api/matters/:matterId/files/:fileDigest',
  ability: 'matter.read',
  summary: 'A paper of the matter, or a scan that the office registered',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const importantMatterPaper = query({
  id: 'matter.paper',
  method: 'GET',
  path: '/api/matters/:matterId/paper',
  ability: 'matter.begin',
  summary: '专报: the text as it stands, what members said and how it was taken up; before the decision a marked draft',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: ['matter.bodyMissing'],
})

export const beginMatter = command({
  id: 'matter.begin',
  method: 'POST',
  path: '/api/matters',
  ability: 'matter.begin',
  act: '起草重要事项',
  summary: 'The office drafts an important matter',
  body: z.object({ content: contentBody }),
  reply: z.object({ matterId: id }),
  errors: ['matter.titleMissing', 'upload.notFound'],
})

export const editMatter = command({
  id: 'matter.edit',
  method: 'POST',
  path: '/api/matters/:matterId/content',
  ability: 'matter.edit',
  act: '修改重要事项',
  summary: 'The draft is changed before anybody is asked',
  params: one,
  body: versioned.extend({ content: contentBody }),
  reply: done,
  errors: ['matter.notNow', 'matter.titleMissing', 'upload.notFound'],
})

export const seekOpinions = command({
  id: 'matter.seek',
  method: 'POST',
  path: '/api/matters/:matterId/round',
  ability: 'matter.seek',
  act: '征求成员意见',
  summary: 'Chosen members are asked until a day; what silence will mean is set now',
  params: one,
  body: versioned.extend({ seatKeys: z.array(line(60)).max(200), until: day, silence }),
  reply: done,
  errors: ['matter.notNow', 'matter.bodyMissing', 'matter.membersMissing', 'matter.memberUnknown', 'matter.untilPast'],
})

export const proposeMatterDirect = command({
  id: 'matter.proposeDirect',
  method: 'POST',
  path: '/api/matters/:matterId/direct',
  ability: 'matter.proposeDirect',
  act: '直接报组长审定',
  summary: 'Urgent or special: straight to the head, with the reason, and whether members are told afterwards',
  stepUp: true,
  params: one,
  body: versioned.extend({ reason, tellMembers: z.boolean() }),
  reply: done,
  errors: ['matter.notNow', 'matter.bodyMissing'],
})

export const giveMatterOpinion = command({
  id: 'matter.giveOpinion',
  method: 'POST',
  path: '/api/matters/:matterId/opinions',
  ability: 'matter.giveOpinion',
  act: '对重要事项提出意见',
  summary: 'A member gives an opinion; liaison or office hand in a signed one with its scan',
  params: one,
  body: versioned.extend({ seatKey: line(60), stance, words: text(2_000), scanDigest }),
  reply: done,
  errors: [
    'matter.notNow',
    'matter.roundOver',
    'matter.memberUnknown',
    'matter.notYourSeat',
    'matter.scanMissing',
    'matter.wordsMissing',
    'upload.notFound',
  ],
})

export const closeRound = command({
  id: 'matter.close',
  method: 'POST',
  path: '/api/matters/:matterId/round/closing',
  ability: 'matter.close',
  act: '结束征求意见',
  summary: 'After the day, or once everybody has spoken',
  params: one,
  body: versioned,
  reply: done,
  errors: ['matter.notNow', 'matter.roundOpen'],
})

export const answerOpinions = command({
  id: 'matter.answer',
  method: 'POST',
  path: '/api/matters/:matterId/answers',
  ability: 'matter.answer',
  act: '登记意见采纳情况',
  summary: 'Each opinion accepted, partly accepted or declined, with the reason',
  params: one,
  body: versioned.extend({
    answers: z.array(z.object({ seatKey: line(60), outcome, reason: text(1_000) })).max(200),
  }),
  reply: done,
  errors: ['matter.notNow', 'matter.answerUnknown', 'matter.reasonMissing'],
})

export const reviseMatter = command({
  id: 'matter.revise',
  method: 'POST',
  path: '/api/matters/:matterId/revision',
  ability: 'matter.revise',
  act: '按意见修改重要事项',
  summary: 'The text is changed; what changed since members saw it stays visible',
  params: one,
  body: versioned.extend({ content: contentBody }),
  reply: done,
  errors: ['matter.notNow', 'matter.titleMissing', 'upload.notFound'],
})

export const proposeMatter = command({
  id: 'matter.propose',
  method: 'POST',
  path: '/api/matters/:matterId/proposal',
  ability: 'matter.propose',
  act: '重要事项报组长审定',
  summary: 'To the head, once every opinion has its answer and what was accepted is in the text',
  params: one,
  body: versioned,
  reply: done,
  errors: ['matter.notNow', 'matter.unanswered', 'matter.notRevised', 'matter.bodyMissing'],
})

export const approveMatter = command({
  id: 'matter.approve',
  method: 'POST',
  path: '/api/matters/:matterId/approval',
  ability: 'matter.approve',
  act: '审定重要事项',
  summary: 'The head approves; the office registers what the head wrote, with its scan',
  stepUp: true,
  params: one,
  body: versioned.extend({ words: text(1_000), on: day, scanDigest }),
  reply: done,
  errors: ['matter.notNow', 'matter.scanMissing', 'matter.inFuture', 'upload.notFound'],
})

export const returnMatter = command({
  id: 'matter.return',
  method: 'POST',
  path: '/api/matters/:matterId/return',
  ability: 'matter.return',
  act: '退回重要事项',
  summary: 'The head sends it back',
  params: one,
  body: versioned.extend({ reason, scanDigest }),
  reply: done,
  errors: ['matter.notNow', 'matter.scanMissing', 'upload.notFound'],
})

export const cancelMatter = command({
  id: 'matter.cancel',
  method: 'POST',
  path: '/api/matters/:matterId/cancellation',
  ability: 'matter.cancel',
  act: '撤销重要事项',
  summary: 'It is not pursued; its record stays',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['matter.notNow'],
})
