import { type AssignedTaskCommandKind, assignedTaskWorkflow, assigners, doers } from '../assigned-task/model.ts'
import { postsGiving } from '../kernel/transition.ts'
import { conveners, type MeetingCommandKind, meetingWorkflow, opinionGivers } from '../meeting/transitions.ts'
import type { PostKind } from './posts.ts'

const giving = (command: MeetingCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(meetingWorkflow, command),
})
const givingTask = (command: AssignedTaskCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(assignedTaskWorkflow, command),
})

const readers: readonly PostKind[] = [...new Set([...opinionGivers, ...doers, 'observer' as const])]

/** 会议 and 交办事项: read from the transition tables; which meetings and tasks a post reads is the scope of what is loaded. */
export const meetingAbilities = {
  'meeting.read': { posts: readers },
  'meeting.begin': { posts: conveners },
  'meeting.edit': giving('edit'),
  'meeting.propose': giving('propose'),
  'meeting.confirmTopics': giving('confirmTopics'),
  'meeting.returnTopics': giving('returnTopics'),
  'meeting.sendPack': giving('sendPack'),
  'meeting.giveOpinion': giving('giveOpinion'),
  'meeting.registerMeeting': giving('registerMeeting'),
  'meeting.confirmMeeting': giving('confirmMeeting'),
  'meeting.declineMeeting': giving('declineMeeting'),
  'meeting.issueMinutes': giving('issueMinutes'),
  'meeting.cancel': giving('cancel'),
  'steeringGroup.set': { posts: ['officeStaff', 'officeDirector'] },
  'assignedTask.read': { posts: readers },
  'assignedTask.assign': { posts: assigners },
  'assignedTask.report': givingTask('report'),
  'assignedTask.accept': givingTask('accept'),
  'assignedTask.return': givingTask('return'),
  'assignedTask.extend': givingTask('extend'),
} as const
