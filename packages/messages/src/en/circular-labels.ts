import type { circularLabels as zhCN } from '../zh-CN/circular-labels.ts'

export const circularLabels = {
  circularKind: { notice: 'Notice', circular: 'Circular', briefing: 'Briefing' },
  circularTopic: {
    superior: 'Requirement from above',
    instruction: 'Instruction by a leader',
    arrangement: 'Arrangement of work',
    decision: 'Decisions',
    milestone: 'Milestone reached',
  },
  circularState: {
    draft: 'Draft',
    toIssue: 'To be signed off',
    issued: 'Issued',
    withdrawn: 'Withdrawn',
    discarded: 'Discarded',
  },
  circularCommand: {
    begin: 'Draft',
    edit: 'Change',
    propose: 'Submit',
    issue: 'Sign off',
    return: 'Send back',
    discard: 'Discard',
    sign: 'Sign for it',
    registerReceipt: 'Register a paper receipt',
    urge: 'Urge',
    withdraw: 'Withdraw',
  },
} as const satisfies { readonly [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
