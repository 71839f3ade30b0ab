import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import { type MeetingState, meetingStates } from './model.ts'

export const meetingCommands = [
  'edit',
  'propose',
  'confirmTopics',
  'returnTopics',
  'sendPack',
  'giveOpinion',
  'registerMeeting',
  'confirmMeeting',
  'declineMeeting',
  'issueMinutes',
  'cancel',
] as const
export type MeetingCommandKind = (typeof meetingCommands)[number]

/** Of the office: prepares, registers and compares. */
export const conveners = ['officeStaff', 'officeDirector', 'clerk'] as const satisfies readonly PostKind[]
/** 组长 of the group, 主任 of the office's own meeting; the rest register what the head wrote. */
const confirmers = ['steeringHead', ...conveners] as const satisfies readonly PostKind[]
/** Seats of the group, and who may hand in a member's signed opinion. */
export const opinionGivers = [
  'steeringHead',
  'steeringDeputy',
  'steeringMember',
  'principal',
  'unitHead',
  'unitReporter',
  'unitAdmin',
  ...conveners,
] as const satisfies readonly PostKind[]

/**
 * 会议: topics proposed → confirmed by the head → 预审 → held and registered from the minutes → a second person → minutes numbered.
 * A meeting that was prepared on paper is registered afterwards, from `draft`: the signed minutes prove what the steps before it were.
 */
export const meetingWorkflow: Workflow<'meeting', MeetingState, MeetingCommandKind> = {
  noun: 'meeting',
  states: meetingStates,
  commands: meetingCommands,
  rows: [
    { from: ['draft'], command: 'edit', posts: conveners, to: ['draft'] },
    { from: ['draft'], command: 'propose', posts: conveners, to: ['proposed'] },
    { from: ['proposed'], command: 'confirmTopics', posts: confirmers, to: ['confirmed'] },
    { from: ['proposed'], command: 'returnTopics', posts: confirmers, to: ['draft'] },
    { from: ['confirmed'], command: 'sendPack', posts: conveners, to: ['preReview'] },
    { from: ['preReview'], command: 'giveOpinion', posts: opinionGivers, to: ['preReview'] },
    { from: ['draft', 'confirmed', 'preReview'], command: 'registerMeeting', posts: conveners, to: ['toConfirm'] },
    { from: ['toConfirm'], command: 'confirmMeeting', posts: conveners, to: ['concluded'] },
    { from: ['toConfirm'], command: 'declineMeeting', posts: conveners, to: ['draft', 'confirmed', 'preReview'] },
    { from: ['concluded'], command: 'issueMinutes', posts: conveners, to: ['issued'] },
    { from: ['draft', 'proposed', 'confirmed', 'preReview'], command: 'cancel', posts: conveners, to: ['cancelled'] },
  ],
}
