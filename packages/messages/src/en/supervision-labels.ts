import type { supervisionLabels as zhCN } from '../zh-CN/supervision-labels.ts'

export const supervisionLabels = {
  supervisionKind: { routine: 'Regular', research: 'Special research' },
  supervisionState: {
    draft: 'Draft',
    toOrder: 'With the head',
    underWay: 'Under way',
    concluded: 'Concluded',
    cancelled: 'Cancelled',
  },
  supervisionCommand: {
    begin: 'Draft',
    edit: 'Change',
    propose: 'Submit to the head',
    order: 'Order',
    return: 'Send back',
    cancel: 'Cancel',
    conclude: 'Conclude and draft the circular',
  },
  seriousness: { minor: 'Minor', major: 'Major', grave: 'Grave' },
  ticket: { hint: 'Hint', yellow: 'Yellow ticket', red: 'Red ticket' },
  supervisionVisitState: {
    planned: 'To visit',
    recorded: 'Written up',
    stating: 'Statement awaited',
    stated: 'Stated',
    settled: 'Settled',
    dropped: 'Not visited',
  },
  supervisionVisitCommand: {
    begin: 'Listed',
    record: 'Write up',
    send: 'Send to the unit',
    state: 'State',
    settle: 'Decide on findings',
    drop: 'Do not visit',
  },
  rectificationState: { open: 'Plan awaited', planned: 'Being put right', reported: 'To check', closed: 'Closed' },
  rectificationCommand: {
    begin: 'Notify',
    plan: 'Plan',
    report: 'Report done',
    close: 'Check and close',
    return: 'Send back',
    extend: 'Give more days',
  },
} as const satisfies { readonly [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
