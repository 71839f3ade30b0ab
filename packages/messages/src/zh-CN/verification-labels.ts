import type { VerificationScope, VerificationState } from '@quanheng/domain/verification/model'
import type { VerificationCommandKind } from '@quanheng/domain/verification/transitions'
import type { RiskFact } from '@quanheng/domain/verification/weighing'

export const verificationLabels = {
  verificationState: {
    committing: '待提交承诺',
    revealing: '待揭示',
    toDraw: '待抽样',
    visiting: '核验中',
    answering: '待答复',
    closed: '已办结',
  },
  verificationScope: { full: '全面检查', key: '重点检查', random: '随机抽查' },
  verificationCommand: {
    commit: '提交承诺',
    reveal: '揭示承诺数',
    fallBack: '改用当场报数',
    draw: '抽样',
    witness: '见证签字',
    cancelDraw: '取消抽样',
    recordVisit: '登记核验记录',
    giveOpinion: '提出评分意见',
    answer: '答复意见',
    close: '核验办结',
  },
  riskFact: {
    lateEntry: '逾期填报',
    correctedEntry: '报后更正',
    largeShift: '较上年变动居前四分之一',
    noEvidence: '未附佐证材料',
    pastFinding: '上年核验建议改动',
  },
  finding: { confirmed: '属实', toChange: '建议改动' },
  answer: { adopted: '采纳', declined: '不采纳' },
  unitSide: { signed: '双方已签字', declined: '单位未签字' },
} as const satisfies {
  readonly verificationState: Record<VerificationState, string>
  readonly verificationScope: Record<VerificationScope['kind'], string>
  readonly verificationCommand: Record<VerificationCommandKind, string>
  readonly riskFact: Record<RiskFact, string>
  readonly finding: Record<'confirmed' | 'toChange', string>
  readonly answer: Record<'adopted' | 'declined', string>
  readonly unitSide: Record<'signed' | 'declined', string>
}
