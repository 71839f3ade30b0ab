import type { Span } from '../text/document.ts'
import { type Placed, placed, trimmed } from '../text/words.ts'

export interface Indicator {
  /** Names above it, outermost first. */
  readonly path: readonly string[]
  readonly name: Placed
  readonly fullMark: Placed | null
  readonly weight: Placed | null
  readonly rule: Placed | null
  readonly standard: Placed | null
  readonly evidence: readonly Placed[]
  /** 数据来源: where its figures come from, a body or a paper. */
  readonly dataSource: Placed | null
  readonly leaf: boolean
  /** Where the indicator's own words end; the lints ask what stands there. */
  readonly at: Span
}

/** Letters that a scan has put in the place of digits count: 3O分. */
const number = '(?:\\d[\\dOolI]{0,3}|[lI][\\dOo]{1,3}|\\d [\\dOolI])(?:[.．][\\dOolI]{1,2})?'

const marked = new RegExp(
  `[（(]\\s?(?:满分|分值|基础分|标准分|基本分|计|共|共计|占|总分)?\\s?(?:为|[:：])?\\s?(${number})\\s?分\\s?(?:[，,、；;]\\s?(?:权重|占)\\s?(?:为|[:：])?\\s?(${number}\\s?[%％])\\s?)?[)）]|[\\s，,:：](?:满分|分值|计|共计?|占)?\\s?(${number})\\s?分[；;]?$|^[^\\d，。；：:（(]{2,20}(?<![扣加减得计记奖为至到于近超高低少多达过lOoI])(${number})\\s?分$|^[^\\d，。；：:（(]{2,20}?(?<![扣加减得记奖为至到于近超高低少多达过lOoI])(${number})\\s?分(?=[，,](?![^，,。；;\\d]{2,16}\\d{1,3}\\s?分))`,
  'd',
)
/** （工业强镇20分、农业大镇10分）: marks by class of units; one alone is the mark, of several none is. */
const byClass = new RegExp(
  `[（(]\\s?([\\u4e00-\\u9fa5]{2,10}(${number})\\s?分(?:[、，,；;]\\s?[\\u4e00-\\u9fa5]{2,10}${number}\\s?分){0,6})\\s?[)）]`,
  'd',
)
const weighted = new RegExp(`[（(]\\s?(?:权重|占比|占)?\\s?(?:为|[:：])?\\s?(${number}\\s?[%％])\\s?[)）]`, 'd')

const percent = /[%％]/

export interface Named {
  readonly name: Span
  readonly mark: Span | null
  readonly weight: Span | null
  /** Marks stand in brackets for several classes of units. */
  readonly classes?: boolean
}

const spanOf = (found: RegExpExecArray, group: number, offset: number): Span | null => {
  const place = found.indices?.[group]
  return place ? { start: offset + place[0], end: offset + place[1] } : null
}

/** 基本指标共50分 is 基本指标. */
function withoutSum(text: string, { start, end }: Span): Span {
  const sum = /(?<=.{2})(?:共计?|总分|满分|合计)$/.exec(text.slice(start, end))
  return { start, end: end - (sum?.[0].length ?? 0) }
}

/** 经济发展（30分）: the name without the mark, and the mark. */
export function named(text: string, span: Span): Named {
  const words = text.slice(span.start, span.end)
  const marks = words.includes('分')
  const classes = marks ? byClass.exec(words) : null
  if (classes && !/[加扣减]|最[高多]|不超过/.test(classes[1] ?? ''))
    return {
      name: trimmed(text, { start: span.start, end: span.start + classes.index }, '：:，,、。'),
      mark: /[、，,；;]/.test(classes[1] ?? '') ? null : spanOf(classes, 2, span.start),
      weight: null,
      classes: true,
    }
  const mark = marks ? marked.exec(words) : null
  const weight = percent.test(words) ? weighted.exec(words) : null
  const bare = mark?.indices?.[4] ?? mark?.indices?.[5]
  const stop = Math.min(bare?.[0] ?? mark?.index ?? words.length, weight?.index ?? words.length)
  return {
    name: withoutSum(text, trimmed(text, { start: span.start, end: span.start + stop }, '：:，,、。')),
    mark: mark
      ? (spanOf(mark, 1, span.start) ??
        spanOf(mark, 3, span.start) ??
        spanOf(mark, 4, span.start) ??
        spanOf(mark, 5, span.start))
      : null,
    weight: weight ? spanOf(weight, 1, span.start) : mark ? spanOf(mark, 2, span.start) : null,
  }
}

/** 加分项, 扣分项, 否决项: entries of credits and vetoes, no indicators. */
export const isCredit = (name: string): boolean =>
  /^(?:加|扣|减|奖|倒扣)分|^(?:奖励|惩罚|一票否决|否决)|(?:加|扣|减)分(?:项|指标|事项|因素|项目)?$/.test(name)

export function asMark(text: string, span: Span | null): Placed | null {
  if (!span) return null
  const mark = placed(text, span, 0.96)
  const digits = mark.value.replace(/[Oo]/g, '0').replace(/[lI]/g, '1').replace(/ /g, '')
  return digits === mark.value ? mark : { ...mark, value: digits, confidence: 0.6 }
}
