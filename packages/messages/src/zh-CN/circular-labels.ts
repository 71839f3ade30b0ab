import type { CircularKind, CircularState, CircularTopic } from '@quanheng/domain/circular/model'
import type { CircularCommandKind } from '@quanheng/domain/circular/transitions'

export const circularLabels = {
  circularKind: { notice: '通知', circular: '通报', briefing: '简报' },
  circularTopic: {
    superior: '上级要求',
    instruction: '领导批示',
    arrangement: '工作安排',
    decision: '议定事项',
    milestone: '节点完成',
  },
  circularState: {
    draft: '起草中',
    toIssue: '待签发',
    issued: '已印发',
    withdrawn: '已撤回',
    discarded: '已作废',
  },
  circularCommand: {
    begin: '起草',
    edit: '修改',
    propose: '送签',
    issue: '签发',
    return: '退回修改',
    discard: '作废',
    sign: '签收',
    registerReceipt: '登记纸质签收',
    urge: '催签收',
    withdraw: '撤回',
  },
} as const satisfies {
  readonly circularKind: Record<CircularKind, string>
  readonly circularTopic: Record<CircularTopic, string>
  readonly circularState: Record<CircularState, string>
  readonly circularCommand: Record<CircularCommandKind | 'begin', string>
}
