import type { QuestionCode } from '@quanheng/domain/rule/questions'
import type { PartRole } from '@quanheng/domain/rule/sentence-parts'

/** What a sentence of a rule may leave unsaid. */
export const ruleLabels = {
  question: {
    targetZero: '目标值为零',
    targetNegative: '目标值为负',
    actualNegative: '完成率为负',
    ceiling: '得分是否封顶',
    deductionLimit: '扣分是否扣完为止',
    additionLimit: '加分是否封顶',
    partial: '不足一个计分单位',
    percentMeaning: '每1%指百分点还是百分比',
    edges: '以上、以下是否含本数',
    sharedEdges: '分界数值归哪一档',
    proRataBase: '按比例得分以何为基数',
    groupZero: '本组数值不能计算',
    groupSpread: '本组最高值与最低值相同',
    beyondPoles: '超出满意值或不允许值',
    unlisted: '未列明的情形',
    placeShare: '按比例划分名次的小数',
    counting: '同类多项如何计',
    lackingEntry: '清单缺项如何计',
    quotedScale: '引用得分的分制',
    limitScope: '限额所指',
    notConcerned: '不涉及该项工作',
  },
  /** What words of a sentence do in its rule. */
  rulePart: {
    measure: '计分依据',
    condition: '条件',
    award: '得分',
    deduct: '扣分',
    add: '加分',
    limit: '限额',
    reading: '口径',
    heading: '分项',
  },
} as const satisfies {
  readonly question: Record<QuestionCode, string>
  readonly rulePart: Record<PartRole, string>
}
