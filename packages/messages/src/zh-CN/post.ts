import type { PostKind } from '@quanheng/domain/ability/posts'

export const postLabels = {
  post: {
    steeringHead: '领导小组组长',
    steeringDeputy: '领导小组副组长',
    steeringMember: '领导小组成员',
    officeDirector: '绩效办主任',
    officeStaff: '绩效办工作人员',
    principal: '单位主要领导',
    leaderInCharge: '责任领导',
    sectionHead: '科室负责人',
    handler: '经办人',
    dataProvider: '数据提供单位经办人',
    unitReporter: '填报人',
    unitHead: '被考核单位负责人',
    unitAdmin: '单位管理员',
    verificationLead: '核验组组长',
    verifier: '核验组成员',
    evaluator: '评价人',
    clerk: '文秘',
    observer: '监督人员',
    systemAdmin: '系统管理员',
    securityAdmin: '安全管理员',
    auditAdmin: '审计管理员',
  },
} as const satisfies { readonly post: Record<PostKind, string> }
