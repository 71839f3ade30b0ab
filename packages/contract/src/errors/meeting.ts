import type { AssignedTaskErrorCode } from '@quanheng/domain/assigned-task/model'
import type { MeetingErrorCode } from '@quanheng/domain/meeting/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const meetingErrors = {
  'meeting.notNow': notNow,
  'meeting.notYours': forbidden,
  'meeting.otherUnit': forbidden,
  'meeting.titleMissing': wrong,
  'meeting.topicsMissing': wrong,
  'meeting.topicTitleMissing': wrong,
  'meeting.topicTwice': wrong,
  'meeting.topicUnknown': wrong,
  'meeting.materialMissing': wrong,
  'meeting.matterUnknown': wrong,
  'meeting.matterChanged': notNow,
  'meeting.matterTwice': wrong,
  'meeting.nothingLeft': wrong,
  'meeting.scanMissing': wrong,
  'meeting.reasonMissing': wrong,
  'meeting.untilPast': wrong,
  'meeting.packOver': notNow,
  'meeting.seatUnknown': wrong,
  'meeting.notYourSeat': forbidden,
  'meeting.recused': forbidden,
  'meeting.wordsMissing': wrong,
  'meeting.inFuture': wrong,
  'meeting.presiderMissing': wrong,
  'meeting.attendanceMissing': wrong,
  'meeting.nobodyPresent': wrong,
  'meeting.delegateMissing': wrong,
  'meeting.undecided': wrong,
  'meeting.decidedTwice': wrong,
  'meeting.votesTooMany': wrong,
  'meeting.taskMissing': wrong,
  'meeting.taskDuePast': wrong,
  'meeting.samePerson': { status: 409, level: 'warn' },
  'meeting.numberMissing': wrong,
  'assignedTask.notNow': notNow,
  'assignedTask.notYours': forbidden,
  'assignedTask.otherUnit': forbidden,
  'assignedTask.wordsMissing': wrong,
  'assignedTask.reasonMissing': wrong,
  'assignedTask.duePast': wrong,
  'assignedTask.samePerson': { status: 409, level: 'warn' },
  'assignedTask.taskMissing': wrong,
  'assignedTask.unitMissing': wrong,
  'assignedTask.dueBeforeToday': wrong,
  'assignedTask.sourceMissing': wrong,
} as const satisfies Record<MeetingErrorCode | AssignedTaskErrorCode, ErrorRow>
