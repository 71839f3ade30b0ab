import type { LateEntryState } from '@quanheng/domain/late-entry/model'
import type { LateEntryCommandKind } from '@quanheng/domain/late-entry/transitions'

export const lateEntryLabels = {
  lateEntryState: { asked: 'Awaiting answer', granted: 'Agreed', declined: 'Declined', withdrawn: 'Withdrawn' },
  lateEntryCommand: { withdraw: 'Withdraw request', grant: 'Answer late-entry request', decline: 'Decline' },
} as const satisfies {
  readonly lateEntryState: Record<LateEntryState, string>
  readonly lateEntryCommand: Record<LateEntryCommandKind, string>
}
