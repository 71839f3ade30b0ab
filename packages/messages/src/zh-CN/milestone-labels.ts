import type { LightRung, MilestoneLight } from '@quanheng/domain/milestone/light'
import type { MilestoneState } from '@quanheng/domain/milestone/model'
import type { MilestoneCommandKind } from '@quanheng/domain/milestone/transitions'

export const milestoneLabels = {
  milestoneState: {
    open: '未完成',
    reported: '待确认',
    returned: '退回',
    confirmed: '已完成',
    missed: '认定未完成',
    dropped: '已取消',
  },
  milestoneCommand: {
    begin: '列入方案',
    replan: '随方案调整',
    drop: '随方案取消',
    report: '报告完成',
    confirm: '确认完成',
    return: '退回',
    miss: '认定未完成',
  },
  milestoneLight: { waiting: '未到期', warning: '预警', yellow: '黄灯', red: '红灯' },
  lightRung: {
    warning: '预警提醒',
    yellow: '黄灯提醒',
    unitHead: '红灯报单位负责人',
    leadUnit: '红灯报牵头单位',
    office: '红灯报考评办',
  },
} as const satisfies {
  readonly milestoneState: Record<MilestoneState, string>
  readonly milestoneCommand: Record<MilestoneCommandKind | 'begin' | 'replan' | 'drop', string>
  readonly milestoneLight: Record<MilestoneLight, string>
  readonly lightRung: Record<LightRung, string>
}
