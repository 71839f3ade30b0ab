import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { inBrackets, opensWithOwner, ownerLabel } from '../text/duty-words.ts'
import { type Section, walk } from '../text/sections.ts'
import { matches, type Placed, placed, sentences, split, trimmed } from '../text/words.ts'
import { componentsOf } from './components.ts'
import { asMark, type Indicator, isCredit, named } from './indicator.ts'
import { fieldsUnder, isBlock, isField } from './indicator-fields.ts'
import { itemsIn } from './indicator-inline.ts'
import { closingForm, isItem, scoredRule, unscored } from './indicator-items.ts'
import { scoresPoints } from './scoring-words.ts'

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

const empty = { path: [], rule: null, standard: null, evidence: [], dataSource: null }

function nameAndMark(text: string, span: Span, markInBody: Span | null = null) {
  const { name: whole, mark, weight } = named(text, span)
  const name = unscored(text, whole)
  return { name: placed(text, name, 0.93), fullMark: asMark(text, mark ?? markInBody), weight: asMark(text, weight) }
}

const markForm = /(?:满分|分值)(?:为|是|[:：])?\s?(\d{1,4}(?:\.\d)?)\s?分/

/** 1、重点工作。…，满分30分。: the mark of a heading below one that has marks, where its own head gives none. */
function markInBody({ text }: Context, section: Section): Span | null {
  if (section.children.length > 0 || section.titleAt.end - section.titleAt.start > 20) return null
  const all = matches(text, section.rest, markForm)
  return all.length === 1 && all[0] ? all[0].group(1) : null
}

const openingForm = /^\s?(?:满分|分值|[占计共])?\s?(?:为|[:：])?\s?(\d{1,4}(?:\.\d)?)\s?分(?=[。，；]|$)/

/** （一）日常监管。占40分。, 1.投诉核查：20分。每降低…: the mark right behind the heading's stop, where more follows it. */
function openingMark({ text }: Context, section: Section): Span | null {
  if (section.titleAt.end - section.titleAt.start > 20 || (section.parent && isCredit(section.parent.title)))
    return null
  const [found] = matches(text, section.rest, openingForm)
  if (!found) return closingMark(text, section)
  return section.children.length > 0 || found.at.end + 1 < section.end ? found.group(1) : null
}

/** （一）夯实基础设施。建设消火栓120个。（30分）: the mark at the end of each of several items. */
function closingMark(text: string, { parent, children, rest }: Section): Span | null {
  const ends = (span: Span) => closingForm.test(text.slice(Math.max(span.start, span.end - 16), span.end))
  if (children.length > 0 || !parent || !ends(rest) || parent.children.filter((one) => ends(one.rest)).length < 2)
    return null
  const [found] = matches(text, { start: Math.max(rest.start, rest.end - 16), end: rest.end }, closingForm)
  return found?.group(1) ?? null
}

/** 考核项目及分值（100分）, 指标考评（满分60分）: the head of the whole list, made of words about appraising only. */
const generic =
  /^(?:[^，。]{0,8}(?:考[核评]|评价|评分|绩效))?(?:项目|内容|指标|标准|办法|事项|体系|设置|构成)(?:及|和|与)?其?(?:分值|分数|权重|评分标准|计分办法|标准)?$|^(?:年度|绩效|综合|考[核评]|评价|评分|计分|指标|项目|内容|标准|体系|设置|办法|细则|分值|权重|总分|[及和与])+$/

/** 考核时间：…, 考核方式：…: how it is done, not what is asked. */
const asksHow = /^(?:考[核评]|评[价估]|工作|实施|组织)?(?:时间|方式|方法|对象|范围|程序|步骤|原则|组织|安排)$/

/** 绩效考核总分100分，…: the sum of all indicators. */
const wholeScale = /^(?:年度|绩效|综合|目标|管理|工作|考[核评]|评[价估])+(?:实行|采用|采取|的)?(?:总分值?|满分|百分制)/

/** The heading's own line up to its first 。: 1.地区生产总值（10分）。 */
const headSpan = (section: Section): Span => ({ start: section.titleAt.start, end: section.titleAt.end })

const holdsTable = (lines: readonly Line[], { from, to }: Section): boolean =>
  lines.slice(from + 1, to).some(({ table }) => table !== undefined)

const marked = new WeakMap<Section, boolean>()

/** Asked again by each heading below and above it, and answered once. */
function hasMark(context: Context, section: Section): boolean {
  const known = marked.get(section)
  if (known !== undefined) return known
  const own = bearsMark(context, section)
  marked.set(section, own)
  return own
}

const bearsMark = (context: Context, section: Section): boolean => {
  const { text, lines } = context
  const { name: whole, mark, weight, classes } = named(text, headSpan(section))
  const name = unscored(text, whole)
  const words = text.slice(name.start, name.end)
  if (/(?:由|包括|包含|分为|设置)[^由]{2,}$/.test(words) && !classes) return false
  if (asksHow.test(words) && mark === null && weight === null) return false
  if (wholeScale.test(text.slice(section.titleAt.start, section.titleAt.end))) return false
  if (generic.test(words) && (section.children.length > 0 || holdsTable(lines, section))) return false
  return (
    (mark !== null ||
      weight !== null ||
      classes === true ||
      isBlock(fieldsUnder(context, section)) ||
      openingMark(context, section) !== null ||
      (section.parent !== undefined && markInBody(context, section) !== null && hasMark(context, section.parent))) &&
    words.length >= 2 &&
    (words.length <= 45 || (words.length <= 60 && isItem(section))) &&
    !isCredit(words) &&
    !(isField(words) && section.children.length === 0) &&
    !/[。；]|得分|^(?:优秀|良好|合格|以上|上述|本项|合计|总计)/.test(words) &&
    (!words.includes('，') || isItem(section))
  )
}

/** Where the words behind 项目储备（10分）， or behind the heading's first stop begin. */
function behindMark(text: string, { titleAt, rest }: Section): number {
  const { name } = named(text, titleAt)
  const mark = /^\s?(?:[（(][^（）()]{1,30}[)）]|(?:[共占计]|满分)?\s?\d{1,4}(?:\.\d)?\s?分)\s?[，,、]\s?/.exec(
    text.slice(name.end, titleAt.end),
  )
  return mark ? name.end + mark[0].length : rest.start
}

/** The run of scoring sentences under a heading, from the first to the last; who answers for it is no rule. */
function ruleUnder(context: Context, section: Section): Placed | null {
  const { text, lines } = context
  const until = section.children.find((child) => hasMark(context, child))?.from ?? section.to
  const inTable = lines.slice(section.from + 1, until).find(({ table }) => table !== undefined)?.start
  const end = Math.min(inTable ?? Number.POSITIVE_INFINITY, lines[until - 1]?.end ?? section.end)
  const start = behindMark(text, section)
  const run = sentences(text, { start, end: Math.max(start, end) })
    .map((sentence) => withoutOwner(text, sentence))
    .filter(({ start, end: stop }) => scoresPoints(text.slice(start, stop)))
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last || last.end - first.start >= 1200) return null
  return placed(text, { start: first.start, end: text.charAt(last.end) === '。' ? last.end + 1 : last.end }, 0.85)
}

/** Cuts 〔牵头单位：…〕 and 责任单位：… off the end of a sentence. */
function withoutOwner(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const label = ownerLabel.exec(words) ?? inBrackets.exec(words)
  return trimmed(text, { start, end: label ? start + label.index : end }, '（(〔【[；;，, ')
}

function fromHeading(context: Context, section: Section): Indicator {
  const { text } = context
  const above: string[] = []
  for (let up = section.parent; up; up = up.parent) {
    if (hasMark(context, up)) above.unshift(nameAndMark(text, headSpan(up)).name.value)
  }
  const leaf = ![...walk(section.children)].some((child) => hasMark(context, child))
  const { mark, weight, rule, standard, evidence, dataSource } = fieldsUnder(context, section)
  const scored = leaf ? scoredRule(text, section) : null
  const own = nameAndMark(
    text,
    headSpan(section),
    mark ?? openingMark(context, section) ?? markInBody(context, section),
  )
  return {
    ...empty,
    path: above,
    ...own,
    weight: own.weight ?? asMark(text, weight),
    rule: leaf ? (rule ?? scored ?? ruleUnder(context, section)) : null,
    standard: leaf ? standard : null,
    evidence: leaf ? evidence : [],
    dataSource: leaf ? dataSource : null,
    leaf,
    at: { start: section.start, end: section.rest.end },
  }
}

const ofIndicators = /指标|考[核评](?:内容|项目)|评价内容|目标任务|重点(?:工作|任务)|责任分工|任务分工/

/** 1.政务公开 with 牵头单位：… below it, under a heading of indicators: one without marks. */
function isOwned({ text, lines }: Context, section: Section): boolean {
  if (section.children.length > 0 || !section.parent || !ofIndicators.test(section.parent.title)) return false
  if (section.title.length > 30 || /[，；]/.test(section.title)) return false
  const rest = sentences(text, section.rest)
  return (
    rest.some(({ start, end }) => opensWithOwner.test(text.slice(start, end))) ||
    lines.slice(section.from + 1, section.to).some((line) => opensWithOwner.test(line.text))
  )
}

function ofSection(context: Context, section: Section): readonly Indicator[] {
  if (!hasMark(context, section)) return listed(context, section)
  const own = fromHeading(context, section)
  const [only] = own.leaf ? sentences(context.text, section.rest) : []
  const items = only ? itemsIn(context.text, only, [...own.path, own.name.value]) : []
  return items.length > 0 ? [{ ...own, rule: null, leaf: false }, ...items] : [own]
}

/** Headings that carry marks or weights or name who answers for them, and plain lists under 指标内容; a name once. */
export function headed(context: Context): readonly Indicator[] {
  const components = new Set(componentsOf(context).map(({ section }) => section))
  const all = [...walk(context.sections)].filter((section) => !components.has(section))
  const found = all.flatMap((section) => ofSection(context, section))
  const known = new Set(found.map(({ name }) => name.value))
  const owned = all.filter((section) => !hasMark(context, section) && isOwned(context, section))
  return [
    ...found,
    ...owned.map((section) => fromHeading(context, section)).filter(({ name }) => !known.has(name.value)),
  ]
}
