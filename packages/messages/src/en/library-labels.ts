import type { libraryLabels as zhCN } from '../zh-CN/library-labels.ts'

export const libraryLabels = {
  libraryKind: { rule: 'Rule', policy: 'Policy', form: 'Form' },
  libraryState: { draft: 'Draft', published: 'Published', repealed: 'Repealed', discarded: 'Discarded' },
  libraryCommand: {
    begin: 'Enter',
    edit: 'Change',
    publish: 'Publish',
    discard: 'Discard',
    correct: 'Correct clauses',
    repeal: 'Register the repeal',
    replace: 'Replaced by a new version',
  },
  validity: {
    unpublished: 'Not published',
    notYet: 'Not yet in force',
    inForce: 'In force',
    expired: 'Expired',
    replaced: 'Replaced',
    repealed: 'Repealed',
  },
  citingNoun: { plan: 'Plan', credit: 'Bonus or deduction', circular: 'Circular', matter: 'Important matter' },
} as const satisfies { readonly [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
