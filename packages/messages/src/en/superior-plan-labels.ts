import type { superiorPlanLabels as zhCN } from '../zh-CN/superior-plan-labels.ts'

export const superiorPlanLabels = {
  superiorPlanState: {
    draft: 'Being divided',
    issued: 'Issued',
    revising: 'Being revised',
    judged: 'Judged',
    cancelled: 'Cancelled',
  },
  sharing: { split: 'Split', each: 'Each bears the whole' },
  shareRole: { lead: 'Lead', support: 'Support' },
  sharePost: { unitReporter: 'Unit reporter', handler: 'Handler', sectionHead: 'Section head' },
  superiorPlanCommand: {
    begin: 'Register',
    edit: 'Change the document',
    setIndicators: 'Enter indicators',
    divide: 'Divide',
    schedule: 'Set the calendar',
    issue: 'Issue',
    revise: 'Revise',
    selfScore: 'Register own scores',
    registerVerdict: 'Register the verdict',
    cancel: 'Cancel',
  },
  cadence: { month: 'Monthly', quarter: 'Quarterly' },
  progressState: { reported: 'To confirm', returned: 'Sent back', confirmed: 'Confirmed' },
  progressReportCommand: { report: 'Report', confirm: 'Confirm', return: 'Send back' },
  outlookBasis: { rule: "Superior's sentence", ratio: 'Share of the target' },
  outlookKind: { noFigure: 'No target in figures', noReport: 'Nothing reported', outlook: 'Can be looked at' },
} as const satisfies { [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
