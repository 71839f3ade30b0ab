import type { yearReviewLabels as zhCN } from '../zh-CN/year-review-labels.ts'

export const yearReviewLabels = {
  reviewState: {
    gathering: 'Gathering',
    sorting: 'Being summed up',
    toTake: 'Before the head',
    taken: 'Taken',
    cancelled: 'Cancelled',
  },
  reviewEntryKind: { practice: 'What worked', problem: 'Problem', opinion: 'Opinion', change: 'Change wanted' },
  yearReviewCommand: {
    begin: 'Open',
    contribute: 'Bring an entry',
    drop: 'Take back',
    close: 'Close',
    answer: 'Answer entries',
    summarise: 'Write the summary',
    propose: 'Put up for decision',
    take: 'Take',
    return: 'Send back',
    carry: 'Carry into a later plan',
    cancel: 'Cancel',
  },
} as const satisfies { [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
