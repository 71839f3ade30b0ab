import type { PostKind } from '@quanheng/domain/ability/posts'

/** Every rehearsal account has it; the sign-in page fills it in. A rehearsal holds no real fact. */
export const rehearsalPassword = '演练-Rehearsal-2025'

/** What a visitor may try first under each post; Chinese data, shown on the sign-in page of a rehearsal. */
export const tryFirst: Readonly<Record<PostKind, string>> = {
  steeringHead: '查看考评方案与进度',
  steeringDeputy: '查看考评方案与进度',
  steeringMember: '查看考评方案与进度',
  officeDirector: '校核并印发年度考评方案，锁定汇总结果',
  officeStaff: '登记各牵头单位评分报告，汇总排名',
  principal: '签发评分报告',
  leaderInCharge: '审核评分表，代替负责人第二签',
  sectionHead: '复核并签字，或退回修改',
  handler: '填写扣分理由，对评分表签字',
  dataProvider: '报送统计数据',
  unitReporter: '填报数据、上传佐证材料',
  unitHead: '确认本单位填报的数据',
  unitAdmin: '维护本单位科室',
  verificationLead: '组织现场核验，提出评分意见',
  verifier: '填写核验记录',
  evaluator: '查看评议任务',
  clerk: '登记线下签批、发文字号与回执',
  observer: '查看操作留痕，见证抽样',
  systemAdmin: '查看系统运行情况',
  securityAdmin: '登记人员与任职',
  auditAdmin: '查看操作留痕',
}
