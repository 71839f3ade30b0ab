import type { VerificationScope, VerificationState } from '@quanheng/domain/verification/model'
import type { VerificationCommandKind } from '@quanheng/domain/verification/transitions'

export const verificationLabels = {
  verificationState: { toDraw: '待抽样', visiting: '核验中', answering: '待答复', closed: '已办结' },
  verificationScope: { full: '全面检查', key: '重点检查', random: '随机抽查' },
  verificationCommand: {
    draw: '抽样',
    cancelDraw: '取消抽样',
    recordVisit: '登记核验记录',
    giveOpinion: '提出评分意见',
    answer: '答复意见',
    close: '核验办结',
  },
  finding: { confirmed: '属实', toChange: '建议改动' },
  answer: { adopted: '采纳', declined: '不采纳' },
  unitSide: { signed: '双方已签字', declined: '单位未签字' },
} as const satisfies {
  readonly verificationState: Record<VerificationState, string>
  readonly verificationScope: Record<VerificationScope['kind'], string>
  readonly verificationCommand: Record<VerificationCommandKind, string>
  readonly finding: Record<'confirmed' | 'toChange', string>
  readonly answer: Record<'adopted' | 'declined', string>
  readonly unitSide: Record<'signed' | 'declined', string>
}
