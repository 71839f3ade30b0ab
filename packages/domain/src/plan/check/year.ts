import { compare, type Exact, equal, hundred, parseExact, printExact, sign, sum } from '../../kernel/exact.ts'
import { type Finding, finding } from '../findings.ts'
import type { IndicatorNode, PlanContent } from '../model.ts'
import { childrenOf, nodeByKey } from '../tree.ts'
import {
  type CreditArithmetic,
  type GradeArithmetic,
  type GradeQuotas,
  gatesOf,
  gradeNames,
} from '../year-arithmetic.ts'

const read = (text: string): Exact | undefined => {
  const value = parseExact(text)
  return value.ok ? value.value : undefined
}

/** Siblings all have a weight above zero, or none has. */
const weights = (content: PlanContent): Finding[] => {
  const families = [undefined, ...content.indicators.map(({ key }) => key)].map((key) => childrenOf(content, key))
  return families.flatMap((siblings) => {
    const weighted = siblings.filter(({ weight }) => (weight ?? '') !== '')
    if (weighted.length === 0) return []
    return siblings.flatMap((node): Finding[] => {
      const at = `indicators[${node.key}].weight`
      if ((node.weight ?? '') === '') return [finding('check.weightMissing', at, { name: node.name })]
      return isPositive(node)
        ? []
        : [finding('check.weightInvalid', at, { name: node.name, weight: node.weight ?? '' })]
    })
  })
}

/** 组成部分权重合计应为100%: the total is out of what the weights add up to. */
const weightSum = (content: PlanContent): Finding[] => {
  const weights = childrenOf(content, undefined).map(({ weight }) => read(weight ?? ''))
  if (weights.length === 0 || !weights.every((weight) => weight !== undefined)) return []
  const total = sum(weights)
  return equal(total, hundred) ? [] : [finding('check.weightsDoNotSum', 'indicators', { sum: printExact(total) })]
}

const isPositive = ({ weight = '' }: IndicatorNode): boolean => {
  const value = read(weight)
  return value !== undefined && sign(value) > 0
}

const unreadable = (at: string, text: string): Finding[] =>
  read(text) ? [] : [finding('check.settingNumber', at, { text })]

const credits = ({ settings }: PlanContent): Finding[] => {
  const value = settings.credits?.value
  if (value === undefined || value === 'none') return []
  const { bonusCap, deductionCap, classes = [] } = value
  const caps = [{ name: '', cap: bonusCap }, { name: '', cap: deductionCap }, ...classes]
  return [
    ...unnamed('credits', classes),
    ...caps.flatMap(({ name, cap }) => (isCap(cap) ? [] : [finding('check.capInvalid', creditsAt, { name, cap })])),
    ...classesAboveTotal(value),
  ]
}

const creditsAt = 'settings.credits'

/** Empty is 不设上限. */
const isCap = (text: string): boolean => {
  const cap = read(text)
  return text === '' || (cap !== undefined && sign(cap) >= 0)
}

/** A class whose own cap the cap of all never lets it reach. */
const classesAboveTotal = ({ bonusCap, deductionCap, classes = [] }: CreditArithmetic): Finding[] =>
  classes.flatMap(({ name, effect, cap }) => {
    const total = effect === 'bonus' ? bonusCap : deductionCap
    const [own, all] = [read(cap), read(total)]
    return own && all && compare(own, all) > 0
      ? [finding('check.classAboveTotal', creditsAt, { name, cap: printExact(own), total: printExact(all) })]
      : []
  })

const unnamed = (setting: 'credits' | 'veto', rows: readonly { readonly name: string }[]): Finding[] =>
  rows.some(({ name }) => name === '') ? [finding('check.settingUnnamed', `settings.${setting}`, { setting })] : []

/** A gate names a node and a grade that the plan has. */
const gates = (content: PlanContent): Finding[] => {
  const { grades } = content.settings
  const names = grades ? gradeNames(grades.value) : []
  const listed = gatesOf(content.settings)
  return [
    ...unnamed('veto', listed),
    ...listed.flatMap(({ name, effect }) => {
      const lost =
        effect.kind === 'nodeZero'
          ? nodeByKey(content, effect.nodeKey) === undefined
          : (effect.kind === 'gradeIs' || effect.kind === 'gradeAtMost') && !names.includes(effect.grade)
      return lost ? [finding('check.gateTarget', 'settings.veto', { name })] : []
    }),
  ]
}

const at = 'settings.grades'

const grades = (content: PlanContent): Finding[] => {
  const value = content.settings.grades?.value
  if (value === undefined) return []
  return value.by === 'lines' ? lineFaults(value) : quotaFaults(value, content)
}

const lineFaults = ({ lines }: Extract<GradeArithmetic, { readonly by: 'lines' }>): Finding[] => [
  ...lines.flatMap(({ from }) => unreadable(at, from)),
  ...lines.flatMap(({ name, from }, i) => {
    const [own, above] = [read(from), read(lines[i - 1]?.from ?? '')]
    return own && above && compare(own, above) >= 0 ? [finding('check.gradeLinesOrder', at, { name })] : []
  }),
]

const quotaFaults = (value: GradeQuotas, content: PlanContent): Finding[] => {
  const percents = value.quotas.map(({ percent }) => read(percent))
  const texts = value.quotas.flatMap(({ percent, from }) => [percent, ...(from === undefined ? [] : [from])])
  const total = percents.every((percent) => percent !== undefined) ? sum(percents) : undefined
  const hasLines = value.quotas.some(({ from }) => from !== undefined)
  return [
    ...[...texts, ...(value.failing ? [value.failing.below] : [])].flatMap((text) => unreadable(at, text)),
    ...(total && compare(total, hundred) > 0 ? [finding('check.quotasOverHundred', at)] : []),
    ...(value.tieAtCut === undefined ? [finding('check.tieAtCutUnsaid', at)] : []),
    ...(value.barred === undefined && keepsFromGrades(content) ? [finding('check.barredUnsaid', at)] : []),
    ...(value.unused === undefined && (hasLines || value.tieAtCut === 'excludeAll')
      ? [finding('check.unusedUnsaid', at)]
      : []),
  ]
}

const keepsFromGrades = ({ settings }: PlanContent): boolean =>
  gatesOf(settings).some(({ effect }) => effect.kind === 'gradeAtMost' || effect.kind === 'gradeIs')

/** What stands above the indicators: weights, 加减分, 一票否决, 等次. */
/** 基层减负: a year that asks of everybody stands in the year's plan of inspections, or says why it need not. */
const inspectionEntry = ({ settings, kind }: PlanContent): Finding[] => {
  const at = 'settings.inspectionEntry'
  const { value, basis } = settings.inspectionEntry ?? {}
  const unsaid = value === undefined ? kind === 'appraisalPlan' : value === 'none' && basis?.kind !== 'clause'
  if (unsaid) return [finding('check.inspectionEntryUnsaid', at)]
  if (value === undefined || value === 'none') return []
  return value.document.trim() === '' || value.entry.trim() === '' ? [finding('check.inspectionEntryBlank', at)] : []
}

export const checkYear = (content: PlanContent): readonly Finding[] => [
  ...weights(content),
  ...weightSum(content),
  ...credits(content),
  ...gates(content),
  ...grades(content),
  ...inspectionEntry(content),
]
