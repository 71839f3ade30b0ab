import type { observedKinds } from '@quanheng/contract/observed'

export const observedLabels = {
  observed: {
    afterDue: '时限后变动',
    afterVisit: '核验后变动',
    signedAgain: '重新签字',
    recusal: '回避替代评分',
    onBehalf: '代录',
    onPaper: '纸质登记',
    adjusted: '会议核定调整',
    remark: '监督意见',
    objection: '异议复核',
  },
} as const satisfies { readonly observed: Record<(typeof observedKinds)[number], string> }
