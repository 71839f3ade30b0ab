import type { listAssignedTasks, showAssignedTask } from '@quanheng/contract/assigned-task'
import type { listMeetings, showMeeting } from '@quanheng/contract/meeting'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showSteeringGroup } from '@quanheng/contract/steering-group'
import type { AssignedTaskState } from '@quanheng/domain/assigned-task/model'
import type { MeetingState } from '@quanheng/domain/meeting/model'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listMeetings>['rows'][number]
export type Meeting = ReplyOf<typeof showMeeting>
export type Topic = Meeting['agenda'][number]
export type TaskLine = ReplyOf<typeof listAssignedTasks>['rows'][number]
export type AssignedTask = ReplyOf<typeof showAssignedTask>
export type Group = ReplyOf<typeof showSteeringGroup>['rows'][number]

export const toneOf: Readonly<Record<MeetingState, Tone>> = {
  draft: 'waiting',
  proposed: 'heed',
  confirmed: 'going',
  preReview: 'going',
  toConfirm: 'heed',
  concluded: 'going',
  issued: 'done',
  cancelled: 'stop',
}

export const taskToneOf: Readonly<Record<AssignedTaskState, Tone>> = { open: 'going', reported: 'heed', closed: 'done' }
