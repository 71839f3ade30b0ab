import type { targetAdjustmentLabels as zhCN } from '../zh-CN/target-adjustment-labels.ts'

export const targetAdjustmentLabels = {
  adjustmentKind: {
    target: 'Target changed',
    dropped: 'Indicator dropped',
    added: 'Indicator added',
    owner: 'Lead unit changed',
  },
  adjustmentState: {
    draft: 'Draft',
    opinion: 'With the lead unit',
    office: 'With the office',
    group: 'With the group',
    decided: 'To be replied',
    replied: 'Replied',
    revised: 'In the revision',
    withdrawn: 'Withdrawn',
  },
  targetAdjustmentCommand: {
    begin: 'Draft',
    edit: 'Change',
    send: 'Send',
    giveOpinion: 'Give an opinion',
    return: 'Send back',
    propose: 'Submit for decision',
    decide: 'Decide',
    reply: 'Reply',
    revise: 'Revise the plan by it',
    withdraw: 'Withdraw',
  },
  marksRule: {
    scaled: 'others beside it scaled',
    takenFrom: 'one indicator gives or takes',
    bonus: 'as a bonus, without marks',
  },
} as const satisfies { readonly [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
