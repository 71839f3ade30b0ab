import type { verificationErrors } from '@quanheng/contract/errors/verification'
import type { VerificationScope, VerificationState } from '@quanheng/domain/verification/model'
import type { VerificationCommandKind } from '@quanheng/domain/verification/transitions'

export const verification = {
  'verification.notNow': '现场核验目前所处的环节不能办理此事。请刷新页面，查看现在由谁办理。',
  'verification.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'verification.standardMissing': '未填写核验标准。现场核验须依据指标核验标准进行，请先写明。',
  'verification.reasonMissing': '请填写理由。选定重点单位、取消抽样、提出改动、不采纳意见、单位拒签，都须写明理由。',
  'verification.nothingToVerify': '未选择核验单位。请至少选择一个单位；不作核验的，请说明理由。',
  'verification.notOnSheet': '所选单位不在本评分表上。请重新选择。',
  'verification.pickedTwice': '同一单位被重复选定。请删除重复项。',
  'verification.sizeOutOfRange': '抽样数须为1至{most}之间的整数。请重新填写。',
  'verification.populationChanged': '抽样名单确定后评分表单位有变动，不能按原名单抽样。请重新安排核验。',
  'verification.seedMissing': '随机种子不完整。请逐项填写各方提供的数值，数值中不能有“|”。',
  'verification.noWitness': '抽样须由监督人员现场见证，且不能与抽样人为同一人。请选定监督人。',
  'verification.notRandom': '本次核验没有可抽取或可取消的随机抽样。',
  'verification.visitsBegun': '已开始现场核验，不能取消抽样。',
  'verification.notPicked': '该单位不在本次核验范围内。请核对抽样记录或重点单位名单。',
  'verification.tooFewMembers': '现场核验须有两名以上核验人员。请补充。',
  'verification.interested': '有核验人员在被核验单位任职，应当回避。请更换人员。',
  'verification.inFuture': '核验日期尚未到来。请核对日期。',
  'verification.notVisited': '该单位尚无核验记录。请先登记核验记录，再提出评分意见。',
  'verification.alreadyAnswered': '该意见已答复，不能再改。',
  'verification.noOpinion': '该单位尚无评分意见，无须答复。',
  'verification.samePerson': '提出评分意见的人不能决定是否采纳。请由经办人另行答复。',
  'verification.ownUnit': '本人任职的单位应当回避，不能由您答复。请由替代人员办理。',
  'verification.unanswered': '尚有单位没有评分意见，或有改动意见未答复。请办理完毕后再办结。',
  'verification.unsigned': '采纳意见后的评分尚未重新签字。请先完成签字。',
} as const satisfies Record<keyof typeof verificationErrors, string>

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
