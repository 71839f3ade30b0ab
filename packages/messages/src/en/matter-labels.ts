import type { matterLabels as zhCN } from '../zh-CN/matter-labels.ts'

export const matterLabels = {
  matterSort: { policy: 'Policy paper', reform: 'Reform', activity: 'Event', task: 'Special task' },
  matterState: {
    draft: 'Draft',
    opinions: 'Opinions asked',
    revising: 'Being revised',
    toApprove: 'With the head',
    approved: 'Approved',
    cancelled: 'Cancelled',
  },
  matterCommand: {
    begin: 'Draft',
    edit: 'Change',
    seek: 'Ask for opinions',
    proposeDirect: 'Straight to the head',
    giveOpinion: 'Give an opinion',
    close: 'Close the round',
    answer: 'Answer opinions',
    revise: 'Revise',
    propose: 'Submit to the head',
    approve: 'Approve',
    return: 'Send back',
    cancel: 'Cancel',
  },
  silence: { agree: 'counts as consent', none: 'counts as no opinion' },
  answerOutcome: { accepted: 'Accepted', partly: 'Partly accepted', declined: 'Declined' },
} as const satisfies { readonly [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
