import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { Agenda, Matter, Meeting, MeetingKind, Presence, Seat, Stance, TopicDecision } from './model.ts'

export type MeetingCommand =
  | { readonly kind: 'edit'; readonly agenda: Agenda }
  | { readonly kind: 'propose' }
  | {
      readonly kind: 'confirmTopics'
      /** All topics in the order of the meeting; with a reason where one is postponed. */
      readonly order: readonly { readonly topicId: string; readonly postponed: string }[]
      readonly words: string
      readonly scanDigest?: string
    }
  | { readonly kind: 'returnTopics'; readonly reason: string; readonly scanDigest?: string }
  | { readonly kind: 'sendPack'; readonly until: string; readonly digest: string }
  | {
      readonly kind: 'giveOpinion'
      readonly seatKey: string
      readonly topicId: string
      readonly stance: Stance
      readonly words: string
      readonly scanDigest?: string
    }
  | { readonly kind: 'registerMeeting'; readonly record: RecordGiven }
  | { readonly kind: 'confirmMeeting' }
  | { readonly kind: 'declineMeeting'; readonly reason: string }
  | { readonly kind: 'issueMinutes'; readonly documentNumber: string; readonly on: string }
  | { readonly kind: 'cancel'; readonly reason: string }

/** The record as people enter it: who stood aside follows from the topics. */
export interface RecordGiven {
  readonly heldOn: string
  readonly place: string
  readonly presider: string
  readonly attendance: readonly { readonly key: string; readonly presence: Presence; readonly delegate: string }[]
  readonly observing: readonly string[]
  readonly decisions: readonly Omit<TopicDecision, 'recused'>[]
  readonly scanDigest: string
}

export type MeetingEvent =
  | { readonly type: 'meetingBegun'; readonly meeting: Meeting }
  | { readonly type: 'meetingMoved'; readonly meetingId: string; readonly command: MeetingCommand }

export interface MeetingContext extends CommandContext {
  /** Who sits in the group, or in the office, today. */
  readonly seats: readonly Seat[]
  /** Matters that may lie before this meeting now, each by its present digest. */
  readonly matters: readonly Matter[]
}

export type MeetingErrorCode =
  | 'meeting.notNow'
  | 'meeting.notYours'
  | 'meeting.otherUnit'
  | 'meeting.titleMissing'
  | 'meeting.groupMissing'
  | 'meeting.termBackwards'
  | 'meeting.topicsMissing'
  | 'meeting.topicTitleMissing'
  | 'meeting.topicTwice'
  | 'meeting.topicUnknown'
  | 'meeting.materialMissing'
  | 'meeting.matterUnknown'
  | 'meeting.matterChanged'
  | 'meeting.matterTwice'
  | 'meeting.nothingLeft'
  | 'meeting.scanMissing'
  | 'meeting.reasonMissing'
  | 'meeting.untilPast'
  | 'meeting.packOver'
  | 'meeting.seatUnknown'
  | 'meeting.notYourSeat'
  | 'meeting.recused'
  | 'meeting.wordsMissing'
  | 'meeting.inFuture'
  | 'meeting.presiderMissing'
  | 'meeting.attendanceMissing'
  | 'meeting.nobodyPresent'
  | 'meeting.delegateMissing'
  | 'meeting.undecided'
  | 'meeting.decidedTwice'
  | 'meeting.votesTooMany'
  | 'meeting.taskMissing'
  | 'meeting.taskDuePast'
  | 'meeting.samePerson'
  | 'meeting.numberMissing'
export type MeetingError = DomainError<MeetingErrorCode>

export interface MeetingOutcome {
  readonly next: Meeting
  readonly events: readonly MeetingEvent[]
}
export type MeetingResult = Result<MeetingOutcome, MeetingError>

export interface MeetingBegun {
  readonly kind: MeetingKind
  readonly agenda: Agenda
}
