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
  meetingKind: { steeringGroup: '领导小组会议', office: '考评办会议' },
  meetingState: {
    draft: '拟定议题',
    proposed: '待确定议题',
    confirmed: '议题已定',
    preReview: '预审中',
    toConfirm: '待复核',
    concluded: '已议定',
    issued: '纪要已编号',
    cancelled: '已取消',
  },
  meetingCommand: {
    begin: '拟定会议',
    edit: '修改议题',
    propose: '报请确定议题',
    confirmTopics: '确定议题',
    returnTopics: '退回议题',
    sendPack: '送预审',
    giveOpinion: '提出预审意见',
    registerMeeting: '登记会议情况',
    confirmMeeting: '复核',
    declineMeeting: '复核退回',
    issueMinutes: '编纪要文号',
    cancel: '取消会议',
  },
  topicOutcome: { agreed: '同意', agreedWithChanges: '修改后同意', deferred: '缓议', refused: '不同意' },
  stance: { agree: '同意', change: '建议修改', against: '不同意' },
  presence: { present: '出席', delegate: '委托代会', absent: '请假' },
  seatRank: { head: '组长', deputy: '副组长', member: '成员', director: '主任', staff: '工作人员' },
  directGiver: { leader: '领导交办', office: '考评办交办' },
  assignedTaskState: { open: '办理中', reported: '已报办结', closed: '已办结' },
  assignedTaskCommand: { begin: '交办', report: '报告办结', accept: '确认办结', return: '退回', extend: '延期' },
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
