import type { PlanCheckCode } from '../findings.ts'
import type { PlanContent } from '../model.ts'
import { defaultSettings, type PlanSettings } from '../settings.ts'
import type { CreditArithmetic, GateEffect } from '../year-arithmetic.ts'

const says = <T>(value: T) => ({ value, basis: { kind: 'default' } as const })

const set =
  (more: Partial<PlanSettings>) =>
  (content: PlanContent): PlanContent => ({ ...content, settings: { ...defaultSettings, ...more } })

const top =
  (weights: readonly string[]) =>
  (content: PlanContent): PlanContent => ({
    ...content,
    indicators: content.indicators
      .filter(({ parentKey }) => parentKey === undefined)
      .flatMap((node) => [node, { ...node, key: 'second' }])
      .map((node, i) => ({ ...node, weight: weights[i] ?? '' })),
  })

const quotas = { by: 'quotas', rest: '一般', places: 'floor', atLeastOne: true, tieAtCut: 'stop' } as const
const lines = (...from: readonly string[]) =>
  set({ grades: says({ by: 'lines', lines: from.map((f, i) => ({ name: `第${i + 1}等`, from: f })) }) })
const gate = (effect: GateEffect, name = '通报') => ({
  veto: says({ scope: '', effect: '', gates: [{ key: 'g', name, factSource: '市纪委', effect }] }),
})
const honour = (cap: string) => ({ key: 'honour', name: '表彰奖励', effect: 'bonus', cap }) as const
const credits = (more: Partial<CreditArithmetic>) =>
  set({ credits: says({ bonusCap: '5', deductionCap: '', proof: '', ...more }) })
const shares = (...percents: readonly string[]) => percents.map((percent, i) => ({ name: `第${i + 1}等`, percent }))

const listed = (document: string, entry: string) => set({ inspectionEntry: says({ document, entry }) })

/** 必须出现, of weights, credits, gates and grades. */
export const yearCases: readonly (readonly [
  code: PlanCheckCode,
  given: string,
  edit: (content: PlanContent) => PlanContent,
  at: string,
])[] = [
  ['check.weightMissing', '一项有权重，一项没有', top(['60', '']), 'indicators[second].weight'],
  ['check.weightInvalid', '权重为0', top(['60', '0']), 'indicators[second].weight'],
  ['check.settingNumber', '分数线写成汉字', lines('九十', '80'), 'settings.grades'],
  ['check.weightsDoNotSum', '权重60与30', top(['60', '30']), 'indicators'],
  ['check.capInvalid', '加分上限写成汉字', credits({ bonusCap: '五' }), 'settings.credits'],
  ['check.capInvalid', '类别封顶写成负数', credits({ classes: [honour('-1')] }), 'settings.credits'],
  ['check.classAboveTotal', '类别封顶6分，合计封顶5分', credits({ classes: [honour('6')] }), 'settings.credits'],
  ['check.settingUnnamed', '类别没有名称', credits({ classes: [{ ...honour('1'), name: '' }] }), 'settings.credits'],
  ['check.settingUnnamed', '否决事项没有名称', set(gate({ kind: 'unranked' }, '')), 'settings.veto'],
  ['check.gradeLinesOrder', '两等次同一条线', lines('90', '90'), 'settings.grades'],
  ['check.gateTarget', '否决事项指向没有的指标', set(gate({ kind: 'nodeZero', nodeKey: '无' })), 'settings.veto'],
  [
    'check.quotasOverHundred',
    '30%+71%',
    set({ grades: says({ ...quotas, quotas: shares('30', '71') }) }),
    'settings.grades',
  ],
  [
    'check.tieAtCutUnsaid',
    '并列跨线未写明',
    set({ grades: says({ by: 'quotas', rest: '一般', places: 'floor', atLeastOne: true, quotas: shares('30') }) }),
    'settings.grades',
  ],
  [
    'check.barredUnsaid',
    '限制评优而未写明名额',
    set({ ...gate({ kind: 'gradeAtMost', grade: '一般' }), grades: says({ ...quotas, quotas: shares('30') }) }),
    'settings.grades',
  ],
  [
    'check.unusedUnsaid',
    '优秀须90分以上，名额可能用不完',
    set({ grades: says({ ...quotas, quotas: [{ name: '优秀', percent: '30', from: '90' }] }) }),
    'settings.grades',
  ],
  [
    'check.inspectionEntryUnsaid',
    '年度方案未写明是否列入督查检查考核计划',
    (content) => ({ ...content, kind: 'appraisalPlan' }),
    'settings.inspectionEntry',
  ],
  [
    'check.inspectionEntryUnsaid',
    '无需列入而未写依据',
    set({ inspectionEntry: says('none') }),
    'settings.inspectionEntry',
  ],
  ['check.inspectionEntryBlank', '列入而未写项目', listed('年度督查检查考核计划', ' '), 'settings.inspectionEntry'],
]

/** 不应出现 */
export const soundYears: readonly (readonly [given: string, edit: (content: PlanContent) => PlanContent])[] = [
  ['权重60与40', top(['60', '40'])],
  ['从高到低的分数线', lines('90', '80', '0')],
  ['比例合计100%', set({ grades: says({ ...quotas, quotas: shares('30', '70') }) })],
  ['不设上限的加分', credits({ bonusCap: '', classes: [honour('6')] })],
  ['类别封顶与合计封顶相同', credits({ classes: [honour('5')] })],
  ['列入计划第7项', listed('年度督查检查考核计划', '第7项')],
  ['无需列入计划，写明条款', set({ inspectionEntry: { value: 'none', basis: { kind: 'clause', article: '九' } } })],
  ['权重33.3与66.7', top(['33.3', '66.7'])],
]
