import type { StepKind } from '../plan/model.ts'

/** What a step is by the words of its name, the more special first. */
const kinds: readonly (readonly [RegExp, StepKind])[] = [
  [/核验|核查|抽查|实地|复核|检查/, 'verification'],
  [/会签|审核|预审/, 'countersign'],
  [/会议|审定|审议|党组/, 'meeting'],
  [/采集|收集|填报|自查|自评|上报数据|报送数据/, 'dataCollection'],
  [/初评|初步|评分|打分|集中考[评核]|考[核评]评价|评价/, 'preliminaryScore'],
  [/报送|上报|提交|印发|公示|通报|反馈/, 'submission'],
  [/汇总|报告|评定|总评|确定/, 'aggregation'],
]

/** What a step is taken for whose name does not tell. */
export const assumedKind: StepKind = 'aggregation'

export interface KindByName {
  /** Absent where the name does not tell. */
  readonly kind?: StepKind
  /** How sure, in percent: less where words of several kinds stand in the name. */
  readonly confidence: number
}

export const stepKindByName = (name: string): KindByName => {
  const [kind, ...others] = kinds.filter(([words]) => words.test(name)).map(([, told]) => told)
  return kind === undefined ? { confidence: 40 } : { kind, confidence: others.length === 0 ? 90 : 70 }
}
