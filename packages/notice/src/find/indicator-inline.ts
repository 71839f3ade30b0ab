import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { matches, placed, sentences, split } from '../text/words.ts'
import { asMark, type Indicator, isCredit } from './indicator.ts'

/** 业务工作实绩（600分）, 党建目标20分: a name with its marks in a running sentence. */
const bracketed =
  /([^，,。；;、：:（）()\d]{2,24})[（(](?:满分|计|共)?\s?(\d{1,4}(?:\.\d)?)\s?分[)）](?=[、，,；;和及]|等|构成|组成|。|$|三|四|五|两|\s?\d{1,2}\s?[个项大])/
/** Letters of a scan count: l00分. */
const plain = /([^，,。；;、：:（）()\d]{2,20}?)((?:\d|[lI](?=\d))[\dOlI]{0,3}(?:\.\d)?)\s?分(?=[、，,；;。和及]|$)/

const lead = /^(?:.*(?:由|包括|包含|分为|其中|即|为|和|及|：)|[一二三四五六七八九十]{1,2}是)/
const speaksOfParts = /构成|组成|包括|分为|其中|总分|满分|百分制|千分制|(?:内容|指标|分值)[:：]|共计?\s?\d{2,4}\s?分/
const scores = /(?:[扣加减得记奖]|(?<![统合会设审总])计)\s?$|不少于|不超过|最高|低于|高于|达到|以上|以下/

/** 粮食储备和粮食流通各15分: the mark of each of those that stand before it. */
function sharing(text: string, whole: Span, from: number): readonly Span[] {
  const words = text.slice(from, whole.end)
  if (!/.{2}各$/.test(words)) return [whole]
  const clause = from + words.search(/[^，,。；;：:]*$/)
  return split(text, { start: clause, end: whole.end - 1 }, '、和及')
}

function inSentence(text: string, sentence: Span, form: RegExp): readonly Indicator[] {
  const found = matches(text, sentence, form).flatMap(({ group }): Indicator[] =>
    sharing(text, group(1), sentence.start).flatMap((whole): Indicator[] => {
      const words = text.slice(whole.start, whole.end)
      const name = { start: whole.start + (lead.exec(words)?.[0].length ?? 0), end: whole.end }
      const value = text.slice(name.start, name.end)
      if (
        value.length < 2 ||
        isCredit(value) ||
        scores.test(value) ||
        /^(?:总分|满分|考核总分|共计|共(?![同性建青享创]))/.test(value)
      )
        return []
      return [
        {
          path: [],
          name: placed(text, name, 0.85),
          fullMark: asMark(text, group(2)),
          weight: null,
          rule: null,
          standard: null,
          evidence: [],
          dataSource: null,
          leaf: true,
          at: name,
        },
      ]
    }),
  )
  return found.length >= 2 ? found : []
}

/** Components with marks in one sentence, where it speaks of what the total is made of. */
export const inlined = ({ text, lines }: Context): readonly Indicator[] =>
  lines.flatMap((line: Line) => {
    if (line.table !== undefined || !speaksOfParts.test(line.text)) return []
    return sentences(text, line).flatMap((sentence) => {
      const words = text.slice(sentence.start, sentence.end)
      if (!speaksOfParts.test(words) || /[扣加减]\s?\d/.test(words)) return []
      const found = inSentence(text, sentence, bracketed)
      return found.length > 0 ? found : inSentence(text, sentence, plain)
    })
  })

const item = /^(.{2,20}?)[（(]?(\d{1,4}(?:\.\d)?)\s?分[)）]?$/

/** 主要包括 in front of the items, 三个方面 behind them. */
const aroundItems =
  /^(?:主要|具体)?(?:包括|包含|分为|由|有)[:：]?|(?:等)?[两三四五六七八九\d]{1,2}(?:个|项)(?:方面|部分|内容|指标)?(?:构成|组成)?$/

function withoutAround(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const lead = aroundItems.exec(words)?.[0] ?? ''
  const from = words.startsWith(lead) ? start + lead.length : start
  const tail = aroundItems.exec(text.slice(from, end))?.[0] ?? ''
  return { start: from, end: end - (tail !== '' && text.slice(from, end).endsWith(tail) ? tail.length : 0) }
}

/** 年度重点工作（45分）和职能目标（20分） are two. */
const joined = /(?<=分[)）]?)[和及与](?=[\u4e00-\u9fa5])/

function apart(text: string, piece: Span): readonly Span[] {
  const at = joined.exec(text.slice(piece.start, piece.end))?.index
  return at === undefined
    ? [piece]
    : [
        { start: piece.start, end: piece.start + at },
        { start: piece.start + at + 1, end: piece.end },
      ]
}

/** 生产总值50分、工业增加值50分: a sentence of nothing but names with marks, two at least; none where anything else stands in it. */
export function itemsIn(text: string, sentence: Span, path: readonly string[]): readonly Indicator[] {
  const pieces = split(text, withoutAround(text, sentence), '、，,；;').flatMap((piece) => apart(text, piece))
  const found = pieces.flatMap((piece): Indicator[] => {
    const [hit] = matches(text, piece, item)
    if (!hit || scores.test(hit.groups[1] ?? '') || isCredit(hit.groups[1] ?? '')) return []
    const whole = hit.group(1)
    const opening = /^(?:其中|包括|分别为|具体为|即)[:：]?/.exec(hit.groups[1] ?? '')
    const name = { start: whole.start + (opening?.[0].length ?? 0), end: whole.end }
    return [
      {
        path,
        name: placed(text, name, 0.88),
        fullMark: placed(text, hit.group(2), 0.93),
        weight: null,
        rule: null,
        standard: null,
        evidence: [],
        dataSource: null,
        leaf: true,
        at: name,
      },
    ]
  })
  return found.length > 1 && found.length === pieces.length ? found : []
}
