import type { DatumState } from '@quanheng/domain/datum/model'
import type { DatumCommandKind } from '@quanheng/domain/datum/transitions'

export const datumLabels = {
  datumState: {
    notReported: 'Not reported',
    drafting: 'Being filled in',
    reported: 'Reported',
    confirmed: 'Confirmed',
    returned: 'Returned',
    verified: 'Verified',
    closed: 'Closed',
  },
  datumCommand: {
    start: 'Start',
    report: 'Report',
    reportOnBehalf: 'Enter for another body',
    withdraw: 'Withdraw',
    confirm: 'Confirm',
    return: 'Return',
    verify: 'Change as verified',
    close: 'Close data',
    reopen: 'Reopen',
  },
} as const satisfies {
  readonly datumState: Record<DatumState, string>
  readonly datumCommand: Record<DatumCommandKind, string>
}
