import type { AssignedTaskCommandKind, AssignedTaskState, DirectGiver } from '@quanheng/domain/assigned-task/model'
import type {
  MeetingKind,
  MeetingState,
  Presence,
  SeatRank,
  Stance,
  TopicOutcome,
} from '@quanheng/domain/meeting/model'
import type { MeetingCommandKind } from '@quanheng/domain/meeting/transitions'

export const meetingLabels = {
  meetingKind: { steeringGroup: 'Leading group', office: 'Performance office' },
  meetingState: {
    draft: 'Drafting topics',
    proposed: 'Topics with the head',
    confirmed: 'Topics confirmed',
    preReview: 'Preliminary review',
    toConfirm: 'Second look',
    concluded: 'Decided',
    issued: 'Minutes numbered',
    cancelled: 'Cancelled',
  },
  meetingCommand: {
    begin: 'Begin the meeting',
    edit: 'Change topics',
    propose: 'Submit topics',
    confirmTopics: 'Confirm topics',
    returnTopics: 'Return topics',
    sendPack: 'Send for review',
    giveOpinion: 'Give an opinion',
    registerMeeting: 'Register the meeting',
    confirmMeeting: 'Second look',
    declineMeeting: 'Decline the entry',
    issueMinutes: 'Number the minutes',
    cancel: 'Cancel the meeting',
  },
  topicOutcome: {
    agreed: 'Agreed',
    agreedWithChanges: 'Agreed with changes',
    deferred: 'Deferred',
    refused: 'Refused',
  },
  stance: { agree: 'Agree', change: 'Suggest changes', against: 'Against' },
  presence: { present: 'Present', delegate: 'Delegate', absent: 'Absent' },
  seatRank: { head: 'Head', deputy: 'Deputy', member: 'Member', director: 'Director', staff: 'Staff' },
  directGiver: { leader: 'Given by a leader', office: 'Given by the office' },
  assignedTaskState: { open: 'Under way', reported: 'Reported done', closed: 'Done' },
  assignedTaskCommand: { begin: 'Give', report: 'Report done', accept: 'Accept', return: 'Return', extend: 'Extend' },
} as const satisfies {
  readonly meetingKind: Record<MeetingKind, string>
  readonly meetingState: Record<MeetingState, string>
  readonly meetingCommand: Record<MeetingCommandKind | 'begin', string>
  readonly topicOutcome: Record<TopicOutcome, string>
  readonly stance: Record<Stance, string>
  readonly presence: Record<Presence, string>
  readonly seatRank: Record<SeatRank, string>
  readonly directGiver: Record<DirectGiver, string>
  readonly assignedTaskState: Record<AssignedTaskState, string>
  readonly assignedTaskCommand: Record<AssignedTaskCommandKind | 'begin', string>
}
