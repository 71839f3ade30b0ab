import type { ChannelKind, ChannelWay } from '@quanheng/domain/evaluation/channel'
import type { EvaluationState } from '@quanheng/domain/evaluation/model'
import type { EvaluationCommandKind } from '@quanheng/domain/evaluation/transitions'

export const evaluationLabels = {
  evaluationState: {
    draft: '起草中',
    open: '评议中',
    closed: '待计票',
    counted: '已计票',
    fed: '已报送',
    cancelled: '已撤销',
  },
  channelKind: { leaders: '领导评价', peers: '互评', lowerUnits: '基层评议', public: '公众评议' },
  channelWay: { byName: '实名填票', secret: '无记名投票', paper: '纸质票' },
  evaluationCommand: {
    begin: '起草',
    save: '修改方案',
    open: '开始评议',
    count: '登记计票',
    close: '结束填票',
    tally: '计票',
    feed: '报送结果',
    cancel: '撤销',
    cast: '填票',
    ticket: '领票',
    drop: '投票',
  },
} as const satisfies {
  readonly evaluationState: Record<EvaluationState, string>
  readonly channelKind: Record<ChannelKind, string>
  readonly channelWay: Record<ChannelWay, string>
  readonly evaluationCommand: Record<EvaluationCommandKind | 'begin' | 'cast' | 'ticket' | 'drop', string>
}
