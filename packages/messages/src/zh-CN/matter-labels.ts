import type { AnswerOutcome, MatterSort, MatterState, Silence } from '@quanheng/domain/matter/model'
import type { MatterCommandKind } from '@quanheng/domain/matter/transitions'

export const matterLabels = {
  matterSort: { policy: '政策文件', reform: '改革举措', activity: '重要活动', task: '专项任务' },
  matterState: {
    draft: '起草中',
    opinions: '征求意见',
    revising: '修改完善',
    toApprove: '待审定',
    approved: '已审定',
    cancelled: '已撤销',
  },
  matterCommand: {
    begin: '起草',
    edit: '修改',
    seek: '征求意见',
    proposeDirect: '直接报组长',
    giveOpinion: '提出意见',
    close: '结束征求意见',
    answer: '登记采纳情况',
    revise: '按意见修改',
    propose: '报组长审定',
    approve: '审定',
    return: '退回修改',
    cancel: '撤销',
  },
  silence: { agree: '视为同意', none: '视为无意见' },
  answerOutcome: { accepted: '采纳', partly: '部分采纳', declined: '未采纳' },
} as const satisfies {
  readonly matterSort: Record<MatterSort, string>
  readonly matterState: Record<MatterState, string>
  readonly matterCommand: Record<MatterCommandKind | 'begin', string>
  readonly silence: Record<Silence, string>
  readonly answerOutcome: Record<AnswerOutcome, string>
}
