import type { RoutineEffect, RoutineRecordState, RoutineStance } from '@quanheng/domain/routine-record/model'
import type { RoutineRecordCommandKind } from '@quanheng/domain/routine-record/transitions'

export const routineRecordLabels = {
  routineRecordState: {
    draft: '起草',
    submitted: '待审核',
    told: '已告知单位',
    differed: '单位有异议',
    settled: '已定',
    withdrawn: '已撤销',
  },
  routineRecordCommand: {
    begin: '录入',
    edit: '修改',
    discard: '作废',
    submit: '提交',
    confirm: '审核通过',
    return: '退回',
    state: '提出意见',
    uphold: '维持',
    withdraw: '撤销',
  },
  routineEffect: { none: '仅记录', plus: '拟加分', minus: '拟减分' },
  routineStance: { agree: '属实', differ: '有异议' },
} as const satisfies {
  readonly routineRecordState: Record<RoutineRecordState, string>
  readonly routineRecordCommand: Record<RoutineRecordCommandKind | 'begin', string>
  readonly routineEffect: Record<RoutineEffect, string>
  readonly routineStance: Record<RoutineStance, string>
}
