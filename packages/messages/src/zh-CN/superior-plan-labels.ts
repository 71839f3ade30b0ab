import type { SharePost, ShareRole, Sharing, SuperiorPlanState } from '@quanheng/domain/superior-plan/model'
import type { SuperiorPlanCommandKind } from '@quanheng/domain/superior-plan/transitions'

export const superiorPlanLabels = {
  superiorPlanState: {
    draft: '分解中',
    issued: '已下达',
    revising: '修订中',
    judged: '已评定',
    cancelled: '已撤销',
  },
  sharing: { split: '分解承担', each: '各自承担全部' },
  shareRole: { lead: '牵头', support: '配合' },
  sharePost: { unitReporter: '填报人', handler: '经办人', sectionHead: '科室负责人' },
  superiorPlanCommand: {
    begin: '登记',
    edit: '修改信息',
    setIndicators: '录入指标',
    divide: '分解任务',
    issue: '下达',
    revise: '修订',
    cancel: '撤销',
  },
} as const satisfies {
  readonly superiorPlanState: Record<SuperiorPlanState, string>
  readonly sharing: Record<Sharing, string>
  readonly shareRole: Record<ShareRole, string>
  readonly sharePost: Record<SharePost, string>
  readonly superiorPlanCommand: Record<SuperiorPlanCommandKind | 'begin', string>
}
