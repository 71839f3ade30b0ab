import type { ProgressState } from '@quanheng/domain/progress-report/model'
import type { ProgressCommandKind } from '@quanheng/domain/progress-report/transitions'
import type { SharePost, ShareRole, Sharing, SuperiorPlanState } from '@quanheng/domain/superior-plan/model'
import type { IndicatorOutlook, OutlookBasis } from '@quanheng/domain/superior-plan/outlook'
import type { Cadence } from '@quanheng/domain/superior-plan/rounds'
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
    schedule: '设置调度日历',
    issue: '下达',
    revise: '修订',
    selfScore: '登记自评得分',
    registerVerdict: '登记上级评定',
    cancel: '撤销',
  },
  cadence: { month: '按月', quarter: '按季' },
  progressState: { reported: '待确认', returned: '已退回', confirmed: '已确认' },
  progressReportCommand: { report: '报告进展', confirm: '确认', return: '退回' },
  outlookBasis: { rule: '上级评分标准', ratio: '按完成比例' },
  outlookKind: { noFigure: '没有目标数', noReport: '尚无进展', outlook: '可预测' },
} as const satisfies {
  readonly superiorPlanState: Record<SuperiorPlanState, string>
  readonly sharing: Record<Sharing, string>
  readonly shareRole: Record<ShareRole, string>
  readonly sharePost: Record<SharePost, string>
  readonly cadence: Record<Cadence, string>
  readonly progressState: Record<ProgressState, string>
  readonly progressReportCommand: Record<ProgressCommandKind, string>
  readonly outlookBasis: Record<OutlookBasis, string>
  readonly outlookKind: Record<IndicatorOutlook['kind'], string>
  readonly superiorPlanCommand: Record<SuperiorPlanCommandKind | 'begin', string>
}
