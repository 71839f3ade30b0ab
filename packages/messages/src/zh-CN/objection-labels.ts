import type { ObjectionDecider, ObjectionOutcome, ObjectionState } from '@quanheng/domain/objection/model'
import type { ObjectionCommandKind } from '@quanheng/domain/objection/transitions'

export const objectionLabels = {
  objectionState: {
    draft: '起草中',
    sent: '待受理',
    answering: '待答复',
    rescoring: '待复核',
    toDecide: '待决定',
    toConfirm: '待核对',
    kept: '维持原分',
    corrected: '更正得分',
    declined: '不予受理',
    withdrawn: '已撤回',
  },
  objectionCommand: {
    begin: '提出',
    edit: '修改',
    send: '提交异议',
    withdraw: '撤回',
    register: '受理',
    decline: '不予受理',
    answer: '答复',
    rescore: '复核',
    decide: '登记决定',
    confirm: '核对决定',
    sendBack: '退回重新登记',
  },
  objectionOutcome: { kept: '维持原分', corrected: '更正得分' },
  objectionDecider: { group: '领导小组', delegate: '绩效办主任（受权）' },
} as const satisfies {
  readonly objectionState: Record<ObjectionState, string>
  readonly objectionCommand: Record<ObjectionCommandKind | 'begin', string>
  readonly objectionOutcome: Record<ObjectionOutcome, string>
  readonly objectionDecider: Record<ObjectionDecider, string>
}
