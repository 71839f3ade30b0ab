import type { ReviewEntryKind, ReviewState } from '@quanheng/domain/year-review/model'
import type { ReviewCommandKind } from '@quanheng/domain/year-review/transitions'

export const yearReviewLabels = {
  reviewState: {
    gathering: '征集中',
    sorting: '汇总中',
    toTake: '待审定',
    taken: '已审定',
    cancelled: '已撤销',
  },
  reviewEntryKind: { practice: '经验做法', problem: '存在问题', opinion: '意见', change: '改进建议' },
  yearReviewCommand: {
    begin: '发起',
    contribute: '提出意见',
    drop: '撤回意见',
    close: '结束征集',
    answer: '登记采纳情况',
    summarise: '撰写总结',
    propose: '报请审定',
    take: '审定',
    return: '退回修改',
    carry: '列入下年方案',
    cancel: '撤销',
  },
} as const satisfies {
  readonly reviewState: Record<ReviewState, string>
  readonly reviewEntryKind: Record<ReviewEntryKind, string>
  readonly yearReviewCommand: Record<ReviewCommandKind | 'begin', string>
}
