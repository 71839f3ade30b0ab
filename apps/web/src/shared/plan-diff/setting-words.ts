import type { AdjustmentWindow, ObjectionWindow, SettingName } from '@quanheng/domain/plan/settings'
import type { CreditEffect, GateEffect, GradeQuotas } from '@quanheng/domain/plan/year-arithmetic'
import { t } from '../i18n/t.ts'

export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
}

type Options<V extends string = string> = Option<V>[]

/** Settings that are one choice of a few. */
export const choices = (): Readonly<Partial<Record<SettingName, Options>>> => ({
  ties: [
    { value: 'sharedSkip', label: t('同分同名次，后面的名次顺延空出') },
    { value: 'sharedDense', label: t('同分同名次，后面的名次不空出') },
  ],
  rankOn: [
    { value: 'unrounded', label: t('按修约前的得分排名') },
    { value: 'rounded', label: t('按修约后的得分排名') },
  ],
  thresholdsOn: [
    { value: 'unrounded', label: t('按修约前的数值判断是否达标') },
    { value: 'rounded', label: t('按修约后的数值判断是否达标') },
  ],
  missingItems: [
    { value: 'normalised', label: t('按适用项目满分折算') },
    { value: 'raw', label: t('不折算，按原得分') },
  ],
  visibility: [
    { value: 'ownAfterIssue', label: t('印发后各单位看本单位得分') },
    { value: 'ownAfterReport', label: t('评分报告报送后各单位看本单位得分') },
    { value: 'allAfterIssue', label: t('印发后各单位可看全部得分') },
  ],
  selfReview: [
    { value: 'none', label: t('不要求自查自评') },
    { value: 'required', label: t('各单位先自查自评') },
  ],
  watermark: [
    { value: 'none', label: t('导出的文件不带水印') },
    { value: 'nameUnitTime', label: t('导出的文件带导出人姓名、单位和时间') },
  ],
})

export const roundingModes = (): Options<'halfUp' | 'gb8170'> => [
  { value: 'halfUp', label: t('四舍五入') },
  { value: 'gb8170', label: t('GB/T 8170 修约（五成双）') },
]

export const roundingStages = (): Options<'item' | 'level' | 'total'> => [
  { value: 'item', label: t('每项得分修约') },
  { value: 'level', label: t('每级指标修约') },
  { value: 'total', label: t('只在总分修约') },
]

export const adjustmentDeciders = (): Options<AdjustmentWindow['decidedBy']> => [
  { value: 'head', label: t('由领导小组组长审定') },
  { value: 'meeting', label: t('由领导小组会议审定') },
]

export const creditEffects = (): Options<CreditEffect> => [
  { value: 'bonus', label: t('加分') },
  { value: 'deduction', label: t('减分') },
]

export const bonusUses = (): Options<'total' | 'tieBreak'> => [
  { value: 'total', label: t('加分计入总分') },
  { value: 'tieBreak', label: t('加分不计入总分，只在同分时比先后') },
]

export const gateEffects = (): Options<GateEffect['kind']> => [
  { value: 'unranked', label: t('不参加排名') },
  { value: 'gradeAtMost', label: t('等次不高于') },
  { value: 'gradeIs', label: t('直接定为') },
  { value: 'nodeZero', label: t('该指标不得分') },
  { value: 'noBonus', label: t('取消加分') },
]

export const quotaPlaces = (): Options<GradeQuotas['places']> => [
  { value: 'floor', label: t('名额舍去小数') },
  { value: 'halfUp', label: t('名额四舍五入') },
  { value: 'ceil', label: t('名额进一') },
]

export const objectionDeciders = (): Options<NonNullable<ObjectionWindow['decidedBy']>> => [
  { value: 'group', label: t('由领导小组决定') },
  { value: 'delegate', label: t('授权绩效办主任决定') },
]

export const tiesAtCut = (): Options<NonNullable<GradeQuotas['tieAtCut']>> => [
  { value: 'includeAll', label: t('同分跨线：都评上一等次') },
  { value: 'excludeAll', label: t('同分跨线：都不评上一等次') },
  { value: 'stop', label: t('同分跨线：停下由人决定') },
]

export const unusedPlaces = (): Options<NonNullable<GradeQuotas['unused']>> => [
  { value: 'passOn', label: t('空出的名额顺延给下一等次') },
  { value: 'lapse', label: t('空出的名额作废') },
]

type Barred = NonNullable<GradeQuotas['barred']>
export type BarredKey = `${Barred['base']}-${Barred['place']}`

/** Units that a gate keeps from a grade: whether they count in the base of the shares, and whether their place goes on. */
export const barredUnits = (): Options<BarredKey> => [
  { value: 'counted-freed', label: t('受限单位计入基数，名额递补') },
  { value: 'counted-kept', label: t('受限单位计入基数，名额不递补') },
  { value: 'notCounted-freed', label: t('受限单位不计入基数，名额递补') },
  { value: 'notCounted-kept', label: t('受限单位不计入基数，名额不递补') },
]

export const labelIn = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value
