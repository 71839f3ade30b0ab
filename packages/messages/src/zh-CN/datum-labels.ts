import type { DatumState } from '@quanheng/domain/datum/model'
import type { DatumCommandKind } from '@quanheng/domain/datum/transitions'

export const datumLabels = {
  datumState: {
    notReported: '未填报',
    drafting: '填报中',
    reported: '已报送',
    confirmed: '已确认',
    returned: '退回修改',
    verified: '已核验',
    closed: '已关闭',
  },
  /** 退回对象 */
  datumAddressee: { reporter: '填报人', head: '负责人' },
  datumCommand: {
    start: '开始填报',
    report: '报送',
    reportOnBehalf: '代录',
    open: '阅看',
    withdraw: '撤回',
    confirm: '确认',
    return: '退回修改',
    returnToHead: '退回负责人',
    verify: '按核验意见改动',
    close: '关闭数据',
    reopen: '重新开放',
  },
} as const satisfies {
  readonly datumState: Record<DatumState, string>
  readonly datumAddressee: Record<'reporter' | 'head', string>
  readonly datumCommand: Record<DatumCommandKind, string>
}
