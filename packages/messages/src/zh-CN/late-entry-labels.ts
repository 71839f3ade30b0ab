import type { LateEntryState } from '@quanheng/domain/late-entry/model'
import type { LateEntryCommandKind } from '@quanheng/domain/late-entry/transitions'

export const lateEntryLabels = {
  lateEntryState: { asked: '待批复', granted: '已同意', declined: '不同意', withdrawn: '已撤回' },
  lateEntryCommand: { withdraw: '撤回申请', grant: '批复补报申请', decline: '不同意' },
} as const satisfies {
  readonly lateEntryState: Record<LateEntryState, string>
  readonly lateEntryCommand: Record<LateEntryCommandKind, string>
}
