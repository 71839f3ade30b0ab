import type { observedKinds } from '@quanheng/contract/observed'

export const observedLabels = {
  observed: {
    afterDue: 'After the due day',
    afterVisit: 'After a visit',
    signedAgain: 'Signed again',
    recusal: 'Substitute signed',
    onBehalf: 'Entered for another',
    onPaper: 'Registered from paper',
    adjusted: 'Adjusted by a meeting',
    remark: 'Remark',
    objection: 'Objections',
  },
} as const satisfies { readonly observed: Record<(typeof observedKinds)[number], string> }
