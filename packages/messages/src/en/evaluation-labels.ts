import type { evaluationLabels as zhCN } from '../zh-CN/evaluation-labels.ts'

export const evaluationLabels = {
  evaluationState: {
    draft: 'Being drawn up',
    open: 'Open',
    closed: 'To be counted',
    counted: 'Counted',
    fed: 'Handed in',
    cancelled: 'Cancelled',
  },
  channelKind: { leaders: 'Leaders', peers: 'Peers', lowerUnits: 'Lower units', public: 'Public' },
  channelWay: { byName: 'Ballot by name', secret: 'Secret ballot', paper: 'Ballot on paper' },
  evaluationCommand: {
    begin: 'Draw up',
    save: 'Change',
    open: 'Open',
    count: 'Register a count',
    close: 'Close',
    tally: 'Count',
    feed: 'Hand in the result',
    cancel: 'Cancel',
    cast: 'Fill in the ballot',
    ticket: 'Take a ticket',
    drop: 'Vote',
  },
} as const satisfies { [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
