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
    issue: 'Issue',
    revise: 'Revise',
    cancel: 'Cancel',
  },
} as const satisfies { [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
