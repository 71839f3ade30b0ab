import type { DatumState, LaterOutcome, Release } from '@quanheng/domain/datum/model'
import type { DatumCommandKind } from '@quanheng/domain/datum/transitions'
import type { RecordTally, WhenFinalDiffers } from '@quanheng/domain/plan/model'

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
    publish: '登记后续发布数',
    confirmRelease: '确认后续发布数',
    withdrawRelease: '撤回后续发布数',
  },
  release: { provisional: '快报数', preliminary: '初步核算数', final: '最终数' },
  recordTally: {
    plusCount: '加分记录条数',
    minusCount: '减分记录条数',
    plusPoints: '加分记录分值合计',
    minusPoints: '减分记录分值合计',
  },
  whenFinalDiffers: { stands: '维持原分', recompute: '重新计分', nextYear: '差异计入下年度' },
  /** 后续发布数经确认后的处理 */
  laterOutcome: {
    same: '与计分所用数一致',
    withdrawn: '已撤回',
    stands: '维持原分',
    recompute: '已重新计分',
    nextYear: '差异计入下年度',
  },
} as const satisfies {
  readonly datumState: Record<DatumState, string>
  readonly datumAddressee: Record<'reporter' | 'head', string>
  readonly datumCommand: Record<DatumCommandKind, string>
  readonly release: Record<Release, string>
  readonly recordTally: Record<RecordTally, string>
  readonly whenFinalDiffers: Record<WhenFinalDiffers, string>
  readonly laterOutcome: Record<LaterOutcome['kind'], string>
}
