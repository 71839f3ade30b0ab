import type { Context } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { openingOf } from '../text/labels.ts'
import { sentences } from '../text/words.ts'
import { labelRole } from './indicator-fields.ts'
import { ruleCells } from './indicator-tables.ts'
import { scoresPoints } from './scoring-words.ts'

/** The rule language reads it when it is printed: an import asks for the words only. */
export interface FoundRule extends Span {
  readonly text: string
}

const ruleLabel = /^(?:[【［]\s?([^】］]{2,8})[】］]\s?[:：]?|([\u4e00-\u9fa5]{2,6})\s?[:：])\s?/

/** 1.1 政治建设（15分）：少1次扣1分: the name and mark of the indicator. */
const nameAndMark =
  /^[^，。；：:（(]{2,24}(?:[（(](?:满分|计|共|占|权重)?\s?\d{1,4}(?:\.\d)?\s?[分%％][)）]\s?[:：]|(?:共|总分|满分)\s?\d{1,4}(?:\.\d)?\s?分[，,])\s?(?=\S{4})/

/** 1、固定资产投资15分,完成任务得满分: the indicator's name and mark in front of the rule of a numbered line. */
const numberedMark =
  /^[^\d，。；：:,（(]{2,20}(?<![扣加减得计记奖为至到于近超高低少多达过])\d{1,3}(?:\.\d)?\s?分[，,]\s?(?=\S{4})(?![^，,。；;\d]{2,16}\d{1,3}\s?分)/

const ofCredits = /^(?:加|扣|减|加减|奖励|奖惩)分?(?:项|项目|事项|因素)$|^(?:加|扣|减)分$/

/** 评分标准：每缺1项扣1分, 加分项：被推广的加2分 begin behind their label. */
function withoutLabel(text: string, { start, end }: Span): Span {
  const head = nameAndMark.exec(text.slice(start, Math.min(end, start + 48)))
  if (head) return { start: start + head[0].length, end }
  const label = ruleLabel.exec(text.slice(start, Math.min(end, start + 16)))
  const role = label && labelRole(label[1] ?? label[2] ?? '')
  return label && (role === 'rule' || role === 'standard' || ofCredits.test(label[1] ?? label[2] ?? ''))
    ? { start: start + label[0].length, end }
    : { start, end }
}

/** …，每低1个百分点扣1分（15分）；: the mark of the whole item closes it. */
const closingMark = /\s?[（(]\s?[\dOolI]{1,3}(?:\.\d)?\s?分\s?[)）][；;。]?$/

function withoutMark(text: string, { start, end }: Span): Span {
  if (!/[)）][；;。]?$/.test(text.slice(Math.max(start, end - 2), end))) return { start, end }
  const mark = closingMark.exec(text.slice(Math.max(start, end - 12), end))
  const bare = { start, end: end - (mark?.[0].length ?? 0) }
  return mark && scoresPoints(text.slice(bare.start, bare.end)) ? bare : { start, end }
}

/** Scoring sentences outside of tables, and the cells of rules in tables. */
export function findRules({ text, lines, tables }: Context): readonly FoundRule[] {
  const inTables = tables.flatMap((table) => ruleCells(table).rules)
  const inText = lines.flatMap((line) => {
    if (line.table !== undefined) return []
    const from = line.start + openingOf(line.text, line.label)
    const own = line.label ? (numberedMark.exec(line.text.slice(from - line.start))?.[0].length ?? 0) : 0
    return sentences(text, { start: from + own, end: line.end }).filter(({ start, end }) => {
      const words = text.slice(start, end)
      return end - start < 600 && scoresPoints(words)
    })
  })
  return [...inText, ...inTables]
    .sort((a, b) => a.start - b.start)
    .map((span) => {
      const { start, end } = withoutMark(text, withoutLabel(text, span))
      const stop = text.charAt(end) === '。' ? end + 1 : end
      const words = text.slice(start, stop).replace(/\n/g, '')
      return { text: words, start, end: stop }
    })
}
