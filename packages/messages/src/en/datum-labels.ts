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
  datumAddressee: { reporter: 'Reporter', head: 'Head' },
  datumCommand: {
    start: 'Start',
    report: 'Report',
    reportOnBehalf: 'Enter for another body',
    open: 'Open',
    withdraw: 'Withdraw',
    confirm: 'Confirm',
    return: 'Return',
    returnToHead: 'Return to the head',
    verify: 'Change as verified',
    close: 'Close data',
    reopen: 'Reopen',
  },
} as const satisfies {
  readonly datumState: Record<DatumState, string>
  readonly datumAddressee: Record<'reporter' | 'head', string>
  readonly datumCommand: Record<DatumCommandKind, string>
}
