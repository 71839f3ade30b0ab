import type { Context } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { sentences } from '../text/words.ts'
import type { Indicator } from './indicator.ts'
import { type RuleReading, readRuleSentence } from './rule-language.ts'

export interface FoundRule extends Span, RuleReading {
  readonly text: string
}

const figure = '\\d{1,4}(?:[.．]\\d{1,2})?\\s?分'
const scores = new RegExp(
  `(?:扣|加|得|计|记|减|奖|给|赋|每.{1,20})[^，。；\\d]{0,10}${figure}|得满分|不得分|不计分|扣完为止|按(?:比例|完成率|完成比例)[^，。；]{0,8}(?:得|计|扣)分`,
)
/** Sentences with points that score nothing: sums, grades, terms of total marks. */
const not =
  /(?:评|定|列)为.{0,6}(?:优秀|良好|合格|一般|较差|等次)|以上(?:的)?为(?:优秀|良好|合格)|(?:优秀|良好|合格).{0,6}等次|满分\s?\d+\s?分[。，]?$|总分(?:为)?\s?\d+\s?分[。，]?$|^[^，。]{0,14}[（(](?:最高|共|满分|累计不超过)?\s?\d+\s?分[)）]$/

/** Scoring sentences outside of tables, and the rules that table rows carry. */
export function findRules({ text, lines }: Context, indicators: readonly Indicator[]): readonly FoundRule[] {
  const inTables = indicators.flatMap(({ rule }) =>
    rule && lines.some(({ table, start, end }) => table !== undefined && rule.at.start >= start && rule.at.end <= end)
      ? [rule.at]
      : [],
  )
  const inText = lines.flatMap((line) => {
    if (line.table !== undefined) return []
    const from = line.start + (line.label?.length ?? 0)
    return sentences(text, { start: from, end: line.end }).filter(({ start, end }) => {
      const words = text.slice(start, end)
      return end - start < 600 && scores.test(words) && !not.test(words)
    })
  })
  return [...inText, ...inTables]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const stop = text.charAt(end) === '。' ? end + 1 : end
      const words = text.slice(start, stop).replace(/\n/g, '')
      return { text: words, start, end: stop, ...readRuleSentence(words) }
    })
}
