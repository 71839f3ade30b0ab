import type { ruleLabels as zhCN } from '../zh-CN/rule-labels.ts'

export const ruleLabels = {
  question: {
    targetZero: 'target is zero',
    targetNegative: 'target is negative',
    actualNegative: 'completion rate is negative',
    ceiling: 'whether points are capped',
    deductionLimit: 'whether deductions stop at zero',
    additionLimit: 'whether bonuses are capped',
    partial: 'a started step',
    percentMeaning: 'whether each 1% is a point or a percentage',
    edges: 'whether “or more”, “or less” include the number',
    sharedEdges: 'to which band a shared edge belongs',
    proRataBase: 'what “pro rata” is taken of',
    groupZero: 'figures of the group cannot be divided by',
    groupSpread: 'highest and lowest of the group are equal',
    beyondPoles: 'beyond the satisfactory or not-allowed value',
    unlisted: 'a case that is not listed',
    counting: 'how several entries of a kind count',
    quotedScale: 'scale of the quoted score',
    notConcerned: 'the unit has no such work',
  },
  rulePart: {
    measure: 'what is measured',
    condition: 'condition',
    award: 'points earned',
    deduct: 'deduction',
    add: 'bonus',
    limit: 'limit',
    reading: 'reading',
    heading: 'part',
  },
} as const satisfies { readonly [V in keyof typeof zhCN]: Record<keyof (typeof zhCN)[V], string> }
