import type {
  AdditionLimit,
  Amount,
  Award,
  Band,
  Ceiling,
  Counted,
  DeductionLimit,
  Edge,
  Measure,
  Partial,
  Reference,
  Step,
} from './model.ts'

/** The words of a rule's parts. `reading/` accepts each of them; a round-trip property holds the two together. */

export const defaultActual = '完成值'
export const defaultTarget = '目标值'
export const defaultRate: Measure = { kind: 'rate', actual: defaultActual, target: defaultTarget }

export function sayMeasure(measure: Measure): string {
  if (measure.kind === 'input') return measure.name
  const { actual, target } = measure
  return actual === defaultActual && target === defaultTarget ? '完成率' : `完成率（${actual}÷${target}）`
}

export const sayAmount = ({ value, unit }: Amount): string => `${value}${unit ?? ''}`

export const sayReference = (reference: Reference): string =>
  'input' in reference ? reference.input : sayAmount(reference)

export function sayBand({ from, to }: Band): string {
  if (from && to && from.inclusive && to.inclusive && sayAmount(from) === sayAmount(to)) return `等于${sayAmount(from)}`
  return [from && sayFrom(from), to && sayTo(to)].filter(Boolean).join('、')
}

const sayFrom = (edge: Edge): string =>
  edge.inclusive === undefined ? `${sayAmount(edge)}以上` : `${edge.inclusive ? '达到' : '超过'}${sayAmount(edge)}`

const sayTo = (edge: Edge): string =>
  edge.inclusive === undefined ? `${sayAmount(edge)}以下` : `${edge.inclusive ? '不超过' : '不足'}${sayAmount(edge)}`

export function sayAward(award: Award): string {
  switch (award.kind) {
    case 'full':
      return '得满分'
    case 'none':
      return '不得分'
    case 'points':
      return `得${award.points}分`
    case 'share':
      return `得满分的${award.percent}%`
  }
}

export function sayCeiling(ceiling: Ceiling): string {
  switch (ceiling.kind) {
    case 'fullMark':
      return '最高得满分'
    case 'points':
      return `最高得${ceiling.points}分`
    case 'share':
      return `最高得满分的${ceiling.percent}%`
    case 'unlimited':
      return '不封顶'
  }
}

export const sayDeductionLimit = (limit: DeductionLimit): string =>
  limit.kind === 'points' ? `最多扣${limit.points}分` : limit.kind === 'untilZero' ? '扣完为止' : '可以倒扣'

export const sayAdditionLimit = (limit: AdditionLimit): string =>
  limit.kind === 'points' ? `最多加${limit.points}分` : limit.kind === 'fullMark' ? '加分后以满分为限' : '加分不封顶'

export const sayPartial = (partial: Partial, by: Amount): string => {
  const begun = `不足${sayAmount(by)}的`
  if (partial === 'dropped') return `${begun}不计`
  return partial === 'proRata' ? `${begun}按比例计算` : `${begun}按${sayAmount(by)}计算`
}

export const sayCounted = ({ verb, per, unit, name }: Counted): string => `每${verb}${per}${unit}${name ?? ''}`

/** The input that is counted; where the sentence names only the act or the unit, 发现数 or 家数. */
export const countedName = ({ verb, unit, name }: Counted): string => name ?? `${verb || unit}数`

/** How the reference of a step rule is worded: 达到 where less is worse, 不超过 where more is worse, 等于 where both are. */
export function stepsRelation(steps: readonly Step[]): 'atLeast' | 'atMost' | 'equal' {
  const worse = new Set(
    steps.map(({ side, effect }) => ((side === 'below') === (effect === 'deduct') ? 'below' : 'above')),
  )
  return worse.size === 2 ? 'equal' : worse.has('above') ? 'atMost' : 'atLeast'
}

/** Joins the parts that are present. */
export const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('，')
