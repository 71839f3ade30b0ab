import type { RuleInput } from './facts.ts'
import type {
  AdditionLimit,
  Amount,
  Award,
  Band,
  Base,
  BaselineCap,
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
export const defaultBaseline = '基期值'
export const defaultRate: Measure = { kind: 'rate', actual: defaultActual, target: defaultTarget }

export function sayMeasure(measure: Measure): string {
  if (measure.kind === 'input') return measure.name
  const { actual, target } = measure
  return actual === defaultActual && target === defaultTarget ? '完成率' : `完成率（${actual}÷${target}）`
}

export const sayAmount = ({ value, unit }: Amount): string => `${value}${unit ?? ''}`

export const groupFigures = { mean: '平均值', max: '最高值', min: '最低值' } as const

export const sayReference = (reference: Reference): string => {
  if ('group' in reference) return `本组${groupFigures[reference.group]}`
  return 'input' in reference ? reference.input : sayAmount(reference)
}

/** The input that holds a figure of every unit of the group. */
export const groupInput = (name: string): RuleInput => ({
  name: `各单位${name}`,
  kind: 'group',
  role: 'actual',
  of: name,
})

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
    case 'rate':
      return `按${award.of ? `与${sayAmount(award.of)}的` : ''}比例${award.worth ? `×${sayBase(award.worth)}` : ''}得分`
    case 'deduct':
      return award.points === '0' ? '不扣分' : `扣${award.points}分`
    case 'add':
      return award.points === '0' ? '不加分' : `加${award.points}分`
  }
}

/** 5分, 满分的20%. */
export const sayBase = (base: Base): string => (base.kind === 'points' ? `${base.points}分` : `满分的${base.percent}%`)

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

const sayBaselineCap = ({ upTo, points }: BaselineCap, i: number, rows: readonly BaselineCap[]): string =>
  upTo === undefined
    ? `低于基期值${rows[i - 1]?.upTo ?? 0}%以上的最多加${points}分`
    : `低于基期值不超过${upTo}%的最多加${points}分`

export const sayAdditionLimit = (limit: AdditionLimit): string =>
  limit.kind === 'byBaseline'
    ? `最多加${limit.points}分，目标值${limit.below.map(sayBaselineCap).join('、')}`
    : limit.kind === 'points'
      ? `最多加${limit.points}分`
      : limit.kind === 'fullMark'
        ? '加分后以满分为限'
        : '加分不封顶'

export const sayPartial = (partial: Partial, by: Amount): string => {
  const begun = `不足${sayAmount(by)}的`
  if (partial === 'dropped') return `${begun}不计`
  return partial === 'proRata' ? `${begun}按比例计算` : `${begun}按${sayAmount(by)}计算`
}

/** 低于60%的不得分, of a rule whose sentence has named the measure. */
export const sayNone = (band: Band): string => `${sayBand(band)}的不得分`

/** A case that runs over stops stands before: 有制度，未落实的，每发现1次. */
export const sayCounted = ({ verb, per, unit, name = '', case: within }: Counted): string => {
  const [, since, change] = changeSince.exec(verb) ?? []
  if (since !== undefined && name === '' && within === undefined) return `${since}每${change}${per}${unit}`
  if (endsInYear.test(name) && verb !== '' && within === undefined) return `${name}每${verb}${per}${unit}`
  if (within !== undefined) return `${within}的，每${verb}${per}${unit}${name}`
  return classed.test(name) ? `${name}的，每${verb}${per}${unit}` : `每${verb}${per}${unit}${name}`
}

/** 较上年增长, and a name that says it: 税收收入较上年. */
const changeSince = /^(较上年(?:同期)?|同比|环比)(.+)$/u
const endsInYear = /(?:[较比同与](?:上一?年度?|去年)(?:同期)?|同比|环比)$/u

/** A name that runs over stops, or that is a class by size: 逾期3天以上. */
const classed =
  /，|\d(?:元|[万亿]元|天|日|个工作日|工作日|小时|个月|分钟)(?:\(不?含\))?(?:及?以[上下内]|[-至、]|$)|^(?:达到|超过|不足|不超过)\d/u

/** 每少报送1篇: what is counted is what is missing, and says so. */
const missing = /少|缺|漏|迟/u

/** The input that is counted; where the sentence names only the act or the unit, 发现数 or 家数. */
export const countedName = ({ verb, unit, name }: Counted): string =>
  `${missing.test(verb) || name === undefined ? verb || (name === undefined ? unit : '') : ''}${name ?? '数'}`

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
