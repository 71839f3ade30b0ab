import {
  matterKinds,
  meetingKinds,
  meetingStates,
  presences,
  seatRanks,
  stances,
  topicOutcomes,
} from '@quanheng/domain/meeting/model'
import { meetingCommands } from '@quanheng/domain/meeting/transitions'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, line, paged, paging, reason, text, version, words } from './shapes.ts'

/** 会议: topics → confirmation → 预审 → record from the minutes → 纪要. Decisions on reports and plans move them. */

const one = z.object({ meetingId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const nullable = z.string().nullable()
const state = z.enum(meetingStates)
const kind = z.enum(meetingKinds)
const file = z.object({ digest, name: line(200) })
const unit = z.object({ unitId: id, unitName: z.string() })
const outcome = z.enum(topicOutcomes)
const presence = z.enum(presences)
const stance = z.enum(stances)
const matterKind = z.enum(matterKinds)

const topicBody = z.object({
  /** Of a topic that stands already; null for a new one. */
  topicId: id.nullable(),
  title: text(200),
  proposal: text(2_000),
  /** The report in approval, or the plan, that lies before the meeting; its present text is locked. */
  matter: z.object({ kind: matterKind, matterId: id }).nullable(),
  files: z.array(file).max(20),
  concernedUnitIds: z.array(id).max(200),
})

const agendaBody = z.object({
  title: text(100),
  plannedOn: day.nullable(),
  time: text(40),
  place: text(100),
  topics: z.array(topicBody).max(50),
})

const row = z.object({
  id,
  version,
  kind,
  state,
  title: z.string(),
  unitName: z.string(),
  /** The day it is planned for, or was held. */
  on: day.nullable(),
  topics: z.int(),
  documentNumber: nullable,
  mine: z.boolean(),
})

export const listMeetings = query({
  id: 'meeting.list',
  method: 'GET',
  path: '/api/meetings',
  ability: 'meeting.read',
  summary: 'Meetings in sight, those under way first',
  query: paging.extend({ q: z.string().max(100).optional(), state: state.optional() }),
  reply: paged(row),
  errors: [],
})

export const listMatters = query({
  id: 'meeting.matters',
  method: 'GET',
  path: '/api/meetings/matters',
  ability: 'meeting.begin',
  summary:
    'Reports at their meeting step and checked plans of my own unit: what may lie before a meeting, by its present text',
  reply: z.object({
    rows: z.array(z.object({ kind: matterKind, matterId: id, title: z.string(), digest })),
  }),
  errors: [],
})

const decision = z.object({
  topicId: id,
  outcome,
  text: z.string(),
  votes: z.object({ agree: z.int(), against: z.int(), abstain: z.int() }).nullable(),
  /** Who stood aside. */
  recused: z.array(z.string()),
  tasks: z.array(unit.extend({ words: z.string(), due: day })),
})

const record = z.object({
  heldOn: day,
  place: z.string(),
  presider: z.string(),
  attendance: z.array(
    z.object({
      key: z.string(),
      rank: z.enum(seatRanks),
      personName: z.string(),
      unitName: z.string(),
      presence,
      delegate: nullable,
    }),
  ),
  observing: z.array(z.string()),
  decisions: z.array(decision),
  scanDigest: digest,
  by: z.string(),
})

export const showMeeting = query({
  id: 'meeting.show',
  method: 'GET',
  path: '/api/meetings/:meetingId',
  ability: 'meeting.read',
  summary: 'One meeting: topics with their papers, opinions, who came, what was decided, and who acts next',
  params: one,
  reply: row.extend({
    plannedOn: day.nullable(),
    time: z.string(),
    place: z.string(),
    agenda: z.array(
      z.object({
        topicId: id,
        title: z.string(),
        proposal: z.string(),
        matter: z
          .object({ kind: matterKind, matterId: id, title: z.string(), digest, current: z.boolean() })
          .nullable(),
        files: z.array(file),
        concerns: z.array(unit),
        postponed: nullable,
      }),
    ),
    /** Who sits there today; of a member unit whoever is principal. */
    seats: z.array(
      z.object({
        key: z.string(),
        rank: z.enum(seatRanks),
        personName: z.string(),
        unitName: z.string(),
        /** Topics from which it stands aside. */
        aside: z.array(id),
        /** I am this seat, or may hand in its signed opinion. */
        way: z.enum(['own', 'brought']).nullable(),
      }),
    ),
    confirmation: z.object({ words: z.string(), by: z.string(), scanDigest: digest.nullable() }).nullable(),
    pack: z.object({ until: day, digest, sentOn: day }).nullable(),
    opinions: z.array(
      z.object({
        topicId: id,
        seatKey: z.string(),
        personName: z.string(),
        unitName: z.string(),
        stance,
        words: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
        scanDigest: digest.nullable(),
      }),
    ),
    pending: record.nullable(),
    record: record.extend({ confirmedBy: z.string() }).nullable(),
    minutes: z.object({ documentNumber: z.string(), on: day }).nullable(),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...meetingCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z.object({ command: z.enum(meetingCommands), people: z.array(z.string()), unitName: z.string() }).nullable(),
    may: z.array(z.enum(meetingCommands)),
    today: day,
  }),
  errors: [],
})

export const meetingFile = query({
  id: 'meeting.file',
  method: 'GET',
  path: '/api/meetings/:meetingId/files/:fileDigest',
  ability: 'meeting.read',
  summary: 'A paper of a topic, or a scan that the meeting rests on',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

/** 会议通知 · 预审材料目录 · 签到表 · 纪要. */
export const meetingPapers = ['notice', 'catalogue', 'signIn', 'minutes'] as const
export type MeetingPaper = (typeof meetingPapers)[number]

export const meetingPaper = query({
  id: 'meeting.paper',
  method: 'GET',
  path: '/api/meetings/:meetingId/papers',
  ability: 'meeting.read',
  summary:
    'A paper of the meeting: its notice with the topics, the list of papers for preliminary review, the sign-in sheet, the minutes',
  params: one,
  query: inFormat.extend({ paper: z.enum(meetingPapers) }),
  reply: 'file',
  errors: ['meeting.notNow'],
})

export const beginMeeting = command({
  id: 'meeting.begin',
  method: 'POST',
  path: '/api/meetings',
  ability: 'meeting.begin',
  act: '拟定会议议题',
  summary: 'The office begins a meeting with the topics it proposes',
  body: z.object({ kind, agenda: agendaBody }),
  reply: z.object({ meetingId: id }),
  errors: ['meeting.titleMissing', 'meeting.topicTitleMissing', 'meeting.matterUnknown', 'upload.notFound'],
})

export const editMeeting = command({
  id: 'meeting.edit',
  method: 'POST',
  path: '/api/meetings/:meetingId/agenda',
  ability: 'meeting.edit',
  act: '修改会议议题',
  summary: 'The topics are changed while they are not yet with the head',
  params: one,
  body: versioned.extend({ agenda: agendaBody }),
  reply: done,
  errors: ['meeting.notNow', 'meeting.titleMissing', 'meeting.matterUnknown', 'upload.notFound'],
})

export const proposeTopics = command({
  id: 'meeting.propose',
  method: 'POST',
  path: '/api/meetings/:meetingId/proposal',
  ability: 'meeting.propose',
  act: '报请确定议题',
  summary: 'The topics go to the head; what lies before the meeting is locked by its digest',
  params: one,
  body: versioned,
  reply: done,
  errors: ['meeting.notNow', 'meeting.topicsMissing', 'meeting.materialMissing', 'meeting.matterChanged'],
})

export const confirmTopics = command({
  id: 'meeting.confirmTopics',
  method: 'POST',
  path: '/api/meetings/:meetingId/confirmation',
  ability: 'meeting.confirmTopics',
  act: '确定会议议题',
  summary:
    'The head confirms the topics, in an order, and postpones some; the office registers what the head wrote, with its scan',
  params: one,
  body: versioned.extend({
    order: z.array(z.object({ topicId: id, postponed: text(500) })).max(50),
    words: text(1_000),
    scanDigest: digest.nullable(),
  }),
  reply: done,
  errors: ['meeting.notNow', 'meeting.topicUnknown', 'meeting.nothingLeft', 'meeting.scanMissing', 'upload.notFound'],
})

export const returnTopics = command({
  id: 'meeting.returnTopics',
  method: 'POST',
  path: '/api/meetings/:meetingId/return',
  ability: 'meeting.returnTopics',
  act: '退回会议议题',
  summary: 'The head sends the topics back to the office',
  params: one,
  body: versioned.extend({ reason, scanDigest: digest.nullable() }),
  reply: done,
  errors: ['meeting.notNow', 'meeting.scanMissing', 'upload.notFound'],
})

export const sendPack = command({
  id: 'meeting.sendPack',
  method: 'POST',
  path: '/api/meetings/:meetingId/pack',
  ability: 'meeting.sendPack',
  act: '送会议材料预审',
  summary: 'The papers go to every seat, on the digests that were locked, with a last day for opinions',
  params: one,
  body: versioned.extend({ until: day }),
  reply: done,
  errors: ['meeting.notNow', 'meeting.untilPast', 'meeting.matterChanged'],
})

export const giveOpinion = command({
  id: 'meeting.giveOpinion',
  method: 'POST',
  path: '/api/meetings/:meetingId/opinions',
  ability: 'meeting.giveOpinion',
  act: '提出预审意见',
  summary: 'A member gives an opinion on a topic; liaison or office hand in a signed one with its scan',
  params: one,
  body: versioned.extend({
    seatKey: line(60),
    topicId: id,
    stance,
    words: text(2_000),
    scanDigest: digest.nullable(),
  }),
  reply: done,
  errors: [
    'meeting.notNow',
    'meeting.packOver',
    'meeting.seatUnknown',
    'meeting.notYourSeat',
    'meeting.recused',
    'meeting.scanMissing',
    'meeting.wordsMissing',
    'upload.notFound',
  ],
})

export const registerMeeting = command({
  id: 'meeting.registerMeeting',
  method: 'POST',
  path: '/api/meetings/:meetingId/record',
  ability: 'meeting.registerMeeting',
  act: '登记会议情况',
  summary: 'Attendance, delegates, the decision on every topic and the tasks given, from the signed minutes',
  stepUp: true,
  params: one,
  body: versioned.extend({
    record: z.object({
      heldOn: day,
      place: text(100),
      presider: text(60),
      attendance: z.array(z.object({ key: line(60), presence, delegate: text(60) })).max(200),
      observing: z.array(line(100)).max(100),
      decisions: z
        .array(
          z.object({
            topicId: id,
            outcome,
            text: words,
            votes: z
              .object({
                agree: z.int().min(0).max(999),
                against: z.int().min(0).max(999),
                abstain: z.int().min(0).max(999),
              })
              .nullable(),
            tasks: z.array(z.object({ unitId: id, words: text(500), due: day })).max(50),
          }),
        )
        .max(50),
      scanDigest: digest,
    }),
  }),
  reply: done,
  errors: [
    'meeting.notNow',
    'meeting.inFuture',
    'meeting.presiderMissing',
    'meeting.attendanceMissing',
    'meeting.nobodyPresent',
    'meeting.delegateMissing',
    'meeting.undecided',
    'meeting.votesTooMany',
    'meeting.taskMissing',
    'upload.notFound',
  ],
})

export const confirmMeeting = command({
  id: 'meeting.confirmMeeting',
  method: 'POST',
  path: '/api/meetings/:meetingId/record/confirmation',
  ability: 'meeting.confirmMeeting',
  act: '复核会议登记',
  summary:
    'A second person found the same in the minutes: decisions bind, reports that were agreed to or refused move, tasks begin',
  stepUp: true,
  params: one,
  body: versioned,
  reply: done,
  errors: ['meeting.notNow', 'meeting.samePerson'],
})

export const declineMeeting = command({
  id: 'meeting.declineMeeting',
  method: 'POST',
  path: '/api/meetings/:meetingId/record/refusal',
  ability: 'meeting.declineMeeting',
  act: '复核退回会议登记',
  summary: 'The second person does not find it in the minutes; the meeting stands where it stood',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['meeting.notNow', 'meeting.samePerson'],
})

export const issueMinutes = command({
  id: 'meeting.issueMinutes',
  method: 'POST',
  path: '/api/meetings/:meetingId/minutes',
  ability: 'meeting.issueMinutes',
  act: '编发会议纪要文号',
  summary: 'The minutes get their number: from a book of the unit, or as the OA gave it',
  params: one,
  body: versioned.extend({ bookId: id.nullable(), documentNumber: text(60), on: day }),
  reply: z.object({ version, documentNumber: z.string() }),
  errors: ['meeting.notNow', 'meeting.numberMissing', 'meeting.inFuture'],
})

export const cancelMeeting = command({
  id: 'meeting.cancel',
  method: 'POST',
  path: '/api/meetings/:meetingId/cancellation',
  ability: 'meeting.cancel',
  act: '取消会议',
  summary: 'The meeting does not take place; what was proposed may go to another',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['meeting.notNow'],
})
