import type { Context } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { type Section, walk } from '../text/sections.ts'
import { placed, sentences, split, trimmed } from '../text/words.ts'
import { asMark, type Indicator, isCredit, named } from './indicator.ts'

/** A heading that announces a list of indicators. */
const listHead = /^(?:考[核评]|评价)?(?:指标|考[核评])?(?:指标|内容|项目)(?:名称|内容)?$/

/** 主要包括…三个部分: what stands around a list in a sentence. */
const before = /^(?:.{0,20}?(?:主要)?(?:包括|包含|分为|有|为|由)[:：]?)/
const after =
  /(?:等)?(?:[一二三四五六七八九十\d]+)?(?:个|项|大|类)?(?:方面|部分|内容|指标|项目|板块|类别)?(?:的?(?:内容|指标|组成|构成))?$/

const isList = (words: string): boolean =>
  words.includes('、') && !/[，；]|按照|根据|详见|见附|由.{1,20}负责|进行/.test(words)

const bodySpan = ({ text, lines }: Context, section: Section): Span => {
  const until = section.children[0]?.from ?? section.to
  return trimmed(text, {
    start: section.rest.start,
    end: Math.max(section.rest.start, lines[until - 1]?.end ?? section.rest.end),
  })
}

function listed(context: Context, section: Section): readonly Indicator[] {
  if (!listHead.test(section.title.replace(/\s/g, '')) || section.children.length > 0) return []
  const { text } = context
  const body = bodySpan(context, section)
  const [only, more] = sentences(text, body)
  if (!only || more || !isList(text.slice(only.start, only.end))) return []
  const words = text.slice(only.start, only.end)
  const lead = before.exec(words)?.[0].length ?? 0
  const begin = words.slice(0, lead).includes('、') ? 0 : lead
  const tail = after.exec(words)?.[0] ?? ''
  const end = /[一二三四五六七八九十\d等]/.test(tail) ? only.end - tail.length : only.end
  return split(text, { start: only.start + begin, end }, '、').map((piece) => ({
    ...empty,
    ...nameAndMark(text, piece),
    leaf: true,
    at: piece,
  }))
}

const empty = { path: [], rule: null, standard: null, evidence: [] }

function nameAndMark(text: string, span: Span) {
  const { name, mark, weight } = named(text, span)
  return { name: placed(text, name, 0.93), fullMark: asMark(text, mark), weight: asMark(text, weight) }
}

/** 考核项目及分值（100分）: the head of the whole list. */
const generic =
  /^(?:[^，。]{0,8}(?:考[核评]|评价|评分|绩效))?(?:项目|内容|指标|标准|办法|事项|体系|设置|构成)(?:及|和|与)?其?(?:分值|分数|权重|评分标准|计分办法|标准)?$/

/** The heading's own line up to its first 。: 1.地区生产总值（10分）。 */
const headSpan = (section: Section): Span => ({ start: section.titleAt.start, end: section.titleAt.end })

const hasMark = (text: string, section: Section): boolean => {
  const { name, mark, weight } = named(text, headSpan(section))
  const words = text.slice(name.start, name.end)
  if (generic.test(words)) return false
  return (
    (mark !== null || weight !== null) &&
    words.length >= 2 &&
    words.length <= 45 &&
    !isCredit(words) &&
    !/[，。；]|得分|^(?:优秀|良好|合格)/.test(words)
  )
}

const scoring = /\d\s?分|得分|计分|扣分/

function fromHeading(context: Context, section: Section): Indicator {
  const { text } = context
  const above: string[] = []
  for (let up = section.parent; up; up = up.parent) {
    if (hasMark(text, up)) above.unshift(nameAndMark(text, headSpan(up)).name.value)
  }
  const leaf = ![...walk(section.children)].some((child) => hasMark(text, child))
  const rule = leaf ? trimmed(text, { start: section.rest.start, end: section.end }) : null
  const ruled =
    rule && rule.end > rule.start && rule.end - rule.start < 1200 && scoring.test(text.slice(rule.start, rule.end))
  return {
    ...empty,
    path: above,
    ...nameAndMark(text, headSpan(section)),
    rule: ruled ? placed(text, rule, 0.85) : null,
    leaf,
    at: { start: section.start, end: section.rest.end },
  }
}

/** Headings that carry marks or weights, and plain lists under 指标内容. */
export const headed = (context: Context): readonly Indicator[] =>
  [...walk(context.sections)].flatMap((section) =>
    hasMark(context.text, section) ? [fromHeading(context, section)] : listed(context, section),
  )
