import type { AdjustmentKind, AdjustmentState, MarksRule } from '@quanheng/domain/target-adjustment/model'
import type { AdjustmentCommandKind } from '@quanheng/domain/target-adjustment/transitions'

export const targetAdjustmentLabels = {
  adjustmentKind: { target: '调整目标值', dropped: '取消指标', added: '新增指标', owner: '变更牵头单位' },
  adjustmentState: {
    draft: '起草中',
    opinion: '待牵头单位意见',
    office: '待考评办审核',
    group: '待审定',
    decided: '待批复',
    replied: '已批复',
    revised: '已写入修订稿',
    withdrawn: '已撤回',
  },
  targetAdjustmentCommand: {
    begin: '起草',
    edit: '修改',
    send: '报送',
    giveOpinion: '提出意见',
    return: '退回补充',
    propose: '报请审定',
    decide: '审定',
    reply: '批复',
    revise: '据此修订方案',
    withdraw: '撤回',
  },
  marksRule: { scaled: '同级其他指标按比例折算', takenFrom: '由指定指标增减', bonus: '作为加分，不占分值' },
} as const satisfies {
  readonly adjustmentKind: Record<AdjustmentKind, string>
  readonly adjustmentState: Record<AdjustmentState, string>
  readonly targetAdjustmentCommand: Record<AdjustmentCommandKind | 'begin', string>
  readonly marksRule: Record<MarksRule['by'], string>
}
