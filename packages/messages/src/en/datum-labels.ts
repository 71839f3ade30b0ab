import type { DatumState, LaterOutcome, Release } from '@quanheng/domain/datum/model'
import type { DatumCommandKind } from '@quanheng/domain/datum/transitions'
import type { RecordTally, WhenFinalDiffers } from '@quanheng/domain/plan/model'

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
    publish: 'Enter a later release',
    confirmRelease: 'Confirm the later release',
    withdrawRelease: 'Take the later release back',
  },
  release: { provisional: 'Provisional', preliminary: 'Preliminary', final: 'Final' },
  recordTally: {
    plusCount: 'Records that propose points, counted',
    minusCount: 'Records that propose a deduction, counted',
    plusPoints: 'Points proposed, added up',
    minusPoints: 'Deductions proposed, added up',
  },
  whenFinalDiffers: { stands: 'The score stands', recompute: 'Scored again', nextYear: 'Difference in the next year' },
  laterOutcome: {
    same: 'Same as scored',
    withdrawn: 'Taken back',
    stands: 'The score stands',
    recompute: 'Scored again',
    nextYear: 'Difference in the next year',
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
