import type { objectionLabels as zhCN } from '../zh-CN/objection-labels.ts'

export const objectionLabels = {
  objectionState: {
    draft: 'Draft',
    sent: 'To be registered',
    answering: 'To be answered',
    rescoring: 'To be scored again',
    toDecide: 'To be decided',
    toConfirm: 'To be compared',
    kept: 'Kept',
    corrected: 'Corrected',
    declined: 'Not taken up',
    withdrawn: 'Withdrawn',
  },
  objectionCommand: {
    begin: 'Object',
    edit: 'Change',
    send: 'Send objection',
    withdraw: 'Withdraw',
    register: 'Register',
    decline: 'Do not take up',
    answer: 'Answer',
    rescore: 'Score again',
    decide: 'Enter decision',
    confirm: 'Compare decision',
    sendBack: 'Send back to be entered again',
  },
  objectionOutcome: { kept: 'Kept', corrected: 'Corrected' },
  objectionDecider: { group: 'Leading group', delegate: 'Director of the office, by delegation' },
} as const satisfies { readonly [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
