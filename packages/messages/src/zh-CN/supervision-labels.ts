import type { RectificationState } from '@quanheng/domain/rectification/model'
import type { RectificationCommandKind } from '@quanheng/domain/rectification/transitions'
import type { SupervisionKind, SupervisionState } from '@quanheng/domain/supervision/model'
import type { Seriousness, Ticket } from '@quanheng/domain/supervision/ticket'
import type { SupervisionCommandKind } from '@quanheng/domain/supervision/transitions'
import type { SupervisionVisitState } from '@quanheng/domain/supervision-visit/model'
import type { SupervisionVisitCommandKind } from '@quanheng/domain/supervision-visit/transitions'

export const supervisionLabels = {
  supervisionKind: { routine: '定期督查', research: '专项调研' },
  supervisionState: {
    draft: '起草中',
    toOrder: '待批准',
    underWay: '实施中',
    concluded: '已结束',
    cancelled: '已撤销',
  },
  supervisionCommand: {
    begin: '起草',
    edit: '修改',
    propose: '报组长批准',
    order: '批准',
    return: '退回修改',
    cancel: '撤销',
    conclude: '结束并起草通报',
  },
  seriousness: { minor: '一般', major: '较重', grave: '严重' },
  ticket: { hint: '提示', yellow: '黄色督办', red: '红色督办' },
  supervisionVisitState: {
    planned: '待走访',
    recorded: '已记录',
    stating: '待陈述',
    stated: '已陈述',
    settled: '已处理',
    dropped: '不走访',
  },
  supervisionVisitCommand: {
    begin: '列入督查',
    record: '记录走访',
    send: '送单位陈述',
    state: '陈述意见',
    settle: '认定问题',
    drop: '不再走访',
  },
  rectificationState: { open: '待报方案', planned: '整改中', reported: '待复查', closed: '已销号' },
  rectificationCommand: {
    begin: '通知整改',
    plan: '报整改方案',
    report: '报告完成',
    close: '复查销号',
    return: '退回整改',
    extend: '延期',
  },
} as const satisfies {
  readonly supervisionKind: Record<SupervisionKind, string>
  readonly supervisionState: Record<SupervisionState, string>
  readonly supervisionCommand: Record<SupervisionCommandKind | 'begin', string>
  readonly seriousness: Record<Seriousness, string>
  readonly ticket: Record<Ticket, string>
  readonly supervisionVisitState: Record<SupervisionVisitState, string>
  readonly supervisionVisitCommand: Record<SupervisionVisitCommandKind | 'begin', string>
  readonly rectificationState: Record<RectificationState, string>
  readonly rectificationCommand: Record<RectificationCommandKind | 'begin', string>
}
