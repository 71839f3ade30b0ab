import type { routineRecordLabels as zhCN } from '../zh-CN/routine-record-labels.ts'

export const routineRecordLabels = {
  routineRecordState: {
    draft: 'Draft',
    submitted: 'To confirm',
    told: 'Told to the unit',
    differed: 'Denied by the unit',
    settled: 'Settled',
    withdrawn: 'Withdrawn',
  },
  routineRecordCommand: {
    begin: 'Record',
    edit: 'Change',
    discard: 'Discard',
    submit: 'Submit',
    confirm: 'Confirm',
    return: 'Return',
    state: 'State a view',
    uphold: 'Uphold',
    withdraw: 'Withdraw',
  },
  routineEffect: { none: 'Record only', plus: 'Points proposed', minus: 'Deduction proposed' },
  routineStance: { agree: 'True', differ: 'Not right' },
} as const satisfies { [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
