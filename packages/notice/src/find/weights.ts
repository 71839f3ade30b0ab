import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { matches, type Placed, placed, sentences, split, trimmed } from '../text/words.ts'
import { componentsOf } from './components.ts'

export interface Weight {
  readonly component: Placed
  readonly value: Placed
}

const percent = '(\\d{1,3}(?:\\.\\d{1,2})?\\s?[%％])'
const shares = new RegExp(
  `([\\u4e00-\\u9fa5A-Za-z、“”"（）()]{2,24}?)[，,]?\\s?(?:所)?(?:占(?:总分|总成绩|总分值|综合得分|总权重|考核总分|比重|权重|比|(?:年度|年终|综合|季度)?(?:考[核评])?(?:总?成绩|总?得分|总分))*(?:的|为)?|(?:的)?权重(?:占|为)?[:：]?|比重为|\\s?[×xX*＊]\\s?)\\s?${percent}`,
)
const points = /([\u4e00-\u9fa5“”]{2,20}?)占(?:总分)?\s?(\d{1,3}\s?分)/

const lead = /^(?:其中|按照|按|根据|权重|以及|及|和|与|分别|包括|总分|得分|综合得分|分值|由|的|为|是|[+＋=＝、，:：])+/

/** Bounds of grades and quotas are percentages too, but no weights. */
const other =
  /(?:各|分别)$|等级|等次|^[A-D]|优秀|良好|^[一二三四五]等$|不超过|比例|名额|控制|增长|完成率|以上|以下|达到|低于|高于|每|超|完成(?!情况|质量)|降/

const respectively =
  /(?:^|由|包括|分为|包含|[，。；：])([^，。；：]{4,80}?)(?:[一二三四五六七八九\d]{1,2}\s?个?(?:部分|方面|板块|维度|一级指标)(?:[和及、]\s?\d{1,3}\s?个[二三]级指标)?)?(?:构成|组成)?[，,]?[^，。；、]{0,10}?(?:分别|依次)(?:为|占|是)\s?((?:\d{1,3}(?:\.\d)?\s?[%％分][、，和及]?){2,8})/

/** 考核由甲、乙构成, 采取甲和乙方式进行: the names stand between the verb and the way. */
function withoutVerb(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const verb = /^.{0,20}(?:由|包括|分为|包含|设置|采取|采用|通过)/.exec(words)
  const way = /(?<=.{2})(?:(?:相?结合)?的?(?:方式|方法|形式)|相?结合)(?:进行|开展|实施|组织)?$/.exec(words)
  return { start: start + (verb?.[0].length ?? 0), end: end - (way?.[0].length ?? 0) }
}

const act = /(?<=.{2})(?:测评|评议|评价|打分|评分)$/

/** 由班子成员、科室负责人、社区书记测评: what they all do stands behind the last. */
function withoutAct(text: string, names: readonly Span[]): readonly Span[] {
  const words = names.map(({ start, end }) => text.slice(start, end))
  const done = act.exec(words.at(-1) ?? '')
  if (!done || words.slice(0, -1).some((one) => act.test(one))) return names
  return names.map((name, at) =>
    at === names.length - 1 ? { start: name.start, end: name.end - done[0].length } : name,
  )
}

/** 由甲、乙和丙构成，权重分别为70%、10%和20%. */
function enumerated(text: string, line: Span): readonly Weight[] {
  return matches(text, line, respectively).flatMap(({ groups, group }) => {
    const byPeople = /由/.test(groups[0] ?? '') && !/构成|组成|方式|指标/.test(groups[0] ?? '')
    const shares = split(text, group(2), '、，和及')
    // 创新能力和创业活跃度 may be one name.
    const names = ['、和及', '、和及与', '、']
      .map((signs) => split(text, withoutVerb(text, group(1)), signs))
      .map((names) => (byPeople ? withoutAct(text, names) : names))
      .find(({ length }) => length === shares.length)
    return names
      ? names.map((name, at) => ({ component: placed(text, name, 0.9), value: placed(text, shares[at] as Span, 0.95) }))
      : []
  })
}

/** A component stands before its share; words of quotas and growth are none. */
function stated(text: string, line: Span, form: RegExp): readonly Weight[] {
  return matches(text, line, form).flatMap(({ group }): Weight[] => {
    const words = trimmed(text, group(1))
    const skip = lead.exec(text.slice(words.start, words.end))?.[0].length ?? 0
    const inner = trimmed(text, { start: words.start + skip, end: words.end }, '、（(')
    const component = text.slice(inner.start, inner.end)
    if (component.length < 2 || other.test(component)) return []
    const bare = unquoted(text, inner)
    const name = /[×xX*＊]/.test(text.slice(inner.end, group(2).start)) ? bare : withoutScore(text, bare)
    return [{ component: placed(text, name, 0.9), value: placed(text, group(2), 0.95) }]
  })
}

/** 日常监测得分占40% weighs 日常监测; a factor of a formula keeps its name. */
function withoutScore(text: string, { start, end }: Span): Span {
  const word = /(?<=.{2})(?:得分|分数|成绩)$/.exec(text.slice(start, end))
  return { start, end: end - (word?.[0].length ?? 0) }
}

const unquoted = (text: string, { start, end }: Span): Span =>
  text.charAt(start) === '“' && text.slice(start, end).indexOf('”') === end - 1 - start
    ? { start: start + 1, end: end - 1 }
    : { start, end }

const shareOfTotal = /占(?:考核|年度)?(?:总分|总成绩|总分值|综合得分)的?\s?(\d{1,3}(?:\.\d)?\s?[%％])/

/** （二）半年考核。7月中旬进行，占总分的30%。: the share of what the line is headed by. */
function ofTitle(text: string, span: Span, { label }: Line): Weight | undefined {
  const stop = text.slice(span.start, span.end).indexOf('。')
  const all = matches(text, span, shareOfTotal)
  const [share] = all
  if (!label || stop < 2 || stop > 16 || !share || all.length > 1 || share.at.start < span.start + stop)
    return undefined
  const title = { start: span.start, end: span.start + stop }
  return { component: placed(text, title, 0.85), value: placed(text, share.group(1), 0.95) }
}

/** 经济效益指标（权重50%）、专项任务指标（权重30%）: two shares at least, each in brackets behind its component. */
const bracketed =
  /([^，,。；;、：:（）()\d]{2,40})[（(]\s?(?:权重|比重|占比?|占总分)?\s?(?:为|[:：])?\s?(\d{1,3}(?:\.\d)?\s?[%％])\s?[)）]/

/** 由党工委、管委会领导评价（占60%）和…组成: what the first of them shares stands behind 由. */
function joint(text: string, line: Span, name: Span): Span {
  const by = /由([\u4e00-\u9fa5]{2,20}、)$/.exec(text.slice(Math.max(line.start, name.start - 24), name.start))
  return { start: name.start - (by?.[1]?.length ?? 0), end: name.end }
}

function inBrackets(text: string, line: Span): readonly Weight[] {
  const found = matches(text, line, bracketed).flatMap(({ group }): Weight[] => {
    const whole = trimmed(text, withoutVerb(text, joint(text, line, group(1))), '和及与')
    const basis = /^(?:根据|依据|按照?|综合)(?=.{2})/.exec(text.slice(whole.start, whole.end))?.[0].length ?? 0
    const name = { start: whole.start + basis, end: whole.end }
    if (name.end - name.start < 2 || other.test(text.slice(name.start, name.end))) return []
    return [{ component: placed(text, name, 0.88), value: placed(text, group(2), 0.95) }]
  })
  return found.length > 1 ? found : []
}

/** 基本指标权重为60%，包括利润总额（30%）和净资产收益率（30%）: what holds them is the component, and they are its indicators. */
function heldBy(text: string, line: Span, behind: readonly Weight[]): readonly Weight[] {
  const first = behind[0]?.component.at.start ?? line.end
  const above = stated(text, { start: line.start, end: first }, shares)
  return /[%％][，,]\s?(?:具体)?(?:包括|包含|其中|由)[:：]?$/.test(text.slice(line.start, first)) ? above : []
}

const pair = /^([\u4e00-\u9fa5“”（）()]{2,14}?)\s?(?:权重)?[:：]?\s?(\d{1,3}(?:\.\d)?\s?[%％])$/

/** 职能目标60%，共性目标20%，社会评议20%: nothing but components and shares, three at least. */
function paired(text: string, line: Span): readonly Weight[] {
  return sentences(text, line).flatMap((sentence) => {
    const colon = text.slice(sentence.start, sentence.end).search(/[:：]/)
    const list = split(text, { start: sentence.start + colon + 1, end: sentence.end }, '，,、；;')
    const found = list.flatMap((piece): Weight[] => {
      const [hit] = matches(text, piece, pair)
      if (!hit || other.test(hit.groups[1] ?? '')) return []
      return [{ component: placed(text, hit.group(1), 0.88), value: placed(text, hit.group(2), 0.95) }]
    })
    return found.length === list.length && (found.length > 2 || sumsUp(found)) ? found : []
  })
}

const sumsUp = (weights: readonly Weight[]): boolean =>
  weights.length > 1 && weights.reduce((sum, { value }) => sum + Number.parseFloat(value.value), 0) === 100

/** Indicators with their weights that stand in brackets behind the component that holds them. */
export const heldIndicators = ({ text, lines }: Context): readonly Weight[] =>
  lines.flatMap((line) => {
    if (line.table !== undefined || !/[%％]/.test(line.text)) return []
    const behind = inBrackets(text, line)
    return behind.length > 0 && heldBy(text, line, behind).length > 0 ? behind : []
  })

/** Components of the total with their share: 业务工作占60%, 日常考核得分×40%. */
export const findWeights = (context: Context): readonly Weight[] =>
  [
    ...inLines(context),
    ...componentsOf(context).map(({ name, weight }) => ({
      component: placed(context.text, name, 0.9),
      value: placed(context.text, weight, 0.95),
    })),
  ].sort((a, b) => a.component.at.start - b.component.at.start)

const inLines = ({ text, lines }: Context): readonly Weight[] =>
  lines.flatMap((line) => {
    if (line.table !== undefined || !/[%％占]/.test(line.text)) return []
    const span = { start: line.start + (line.label?.length ?? 0), end: line.end }
    const listed = enumerated(text, span)
    if (listed.length > 0) return listed
    const titled = ofTitle(text, span, line)
    if (titled) return [titled]
    const behind = inBrackets(text, span)
    const above = behind.length > 0 ? heldBy(text, span, behind) : []
    if (above.length > 0) return above
    if (behind.length > 0) return behind
    const found = [...stated(text, span, shares), ...stated(text, span, points)]
    return found.length > 0 ? found : paired(text, span)
  })
