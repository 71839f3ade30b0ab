import type { CreditState, DecisionEffect, EntryKind } from '@quanheng/domain/credit/model'
import type { CreditCommandKind } from '@quanheng/domain/credit/transitions'

export const creditLabels = {
  entryKind: { bonus: '加分', deduction: '扣分', veto: '一票否决' },
  creditState: {
    claimed: '待初审',
    returned: '已退回',
    proposed: '待受理',
    stating: '待陈述',
    toReview: '待联审',
    recognised: '拟认定',
    shown: '公示中',
    toConfirm: '待复核',
    decided: '已审定',
    refused: '不予认定',
    withdrawn: '已撤回',
    lifted: '已解除',
  },
  creditCommand: {
    begin: '申报或提出',
    resubmit: '补充后再报',
    withdraw: '撤回',
    firstReview: '初审',
    accept: '受理',
    giveStatement: '陈述申辩',
    review: '联审',
    show: '公示',
    object: '提出异议',
    answerObjection: '答复异议',
    registerDecision: '登记审定结果',
    lift: '登记解除决定',
    confirmDecision: '复核',
    declineDecision: '复核退回',
  },
  creditVerdict: { agree: '同意', return: '退回补充', refuse: '不予认定' },
  creditDecision: { recognise: '认定', refuse: '不予认定', lift: '解除' },
} as const satisfies {
  readonly entryKind: Record<EntryKind, string>
  readonly creditState: Record<CreditState, string>
  readonly creditCommand: Record<CreditCommandKind | 'begin', string>
  readonly creditVerdict: Record<'agree' | 'return' | 'refuse', string>
  readonly creditDecision: Record<DecisionEffect, string>
}
