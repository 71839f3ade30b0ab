import type { milestoneLabels as zhCN } from '../zh-CN/milestone-labels.ts'

export const milestoneLabels = {
  milestoneState: {
    open: 'Not completed',
    reported: 'To confirm',
    returned: 'Returned',
    confirmed: 'Completed',
    missed: 'Missed',
    dropped: 'Dropped',
  },
  milestoneCommand: {
    begin: 'Set by the plan',
    replan: 'Changed with the plan',
    drop: 'Dropped with the plan',
    report: 'Report completion',
    confirm: 'Confirm completion',
    return: 'Return',
    miss: 'State as missed',
  },
  milestoneLight: { waiting: 'Not yet due', warning: 'Warning', yellow: 'Yellow light', red: 'Red light' },
  lightRung: {
    warning: 'Warning',
    yellow: 'Yellow light',
    unitHead: 'Red: head of the unit',
    leadUnit: 'Red: lead unit',
    office: 'Red: office',
  },
} as const satisfies { readonly [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
