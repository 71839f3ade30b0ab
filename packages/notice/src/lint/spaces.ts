import type { Reading } from '../read.ts'
import type { Span } from '../text/document.ts'
import { organEnd } from '../text/organs.ts'
import { matches } from '../text/words.ts'
import type { Finding } from './findings.ts'

const inside =
  /(?<=[\u4e00-\u9fa5]{2})[ ](?=[\u4e00-\u9fa5]{2})|(?<=[\u4e00-\u9fa5]{3})[ ](?=[\u4e00-\u9fa5])|(?<=\d年)[ ](?=[\u4e00-\u9fa5])|(?<=[\u4e00-\u9fa5])[ ](?=[\u4e00-\u9fa5]{3})/

/** Two bodies stand side by side, or a body and its person: 市委办公室 市政府办公室关于…, 绩效科 甲一木；. */
const jointly = (text: string, span: Span, { start, end }: Span): boolean =>
  organEnd.test(text.slice(Math.max(span.start, start - 20), start)) &&
  /^(?:[^，。；：、《》（）\s]{2,24}?(?:委|府|办|局|厅|部|室|院|会|组)(?:\s?(?:关于|《)|[》，、的\n ]|$)|[\u4e00-\u9fa5·]{2,4}[，,、；;（(])/.test(
    text.slice(end, Math.min(span.end, end + 40)),
  )

/** 自 年 月 日起施行: left to be filled in. */
const toBeFilled = /[ ][年月日]$/

/** Spaces inside a title, a name of an annex or a sentence; letter-spaced words of two characters are set so on purpose. */
export function lintSpaces({
  context: { text, lines, parts, meta },
  fields: { title, attachments },
}: Reading): readonly Finding[] {
  const names: Span[] = [
    title?.at,
    ...attachments.map(({ name }) => name?.at),
    ...parts.map((part) => part.title),
  ].filter((span) => span !== undefined)
  const spaced = lines
    .filter(
      ({ text: words, table, index }) =>
        table === undefined && !meta.lines.has(index) && /[，。；]/.test(words) && !words.includes('\t'),
    )
    .map(({ start, end, label }) => ({ start: start + (label?.length ?? 0), end }))
  const places = new Map<number, Finding>()
  for (const span of [...names, ...spaced]) {
    if (!text.slice(span.start, span.end).includes(' ')) continue
    for (const { at } of matches(text, span, inside)) {
      if (jointly(text, span, at) || toBeFilled.test(text.slice(at.start - 1, at.end + 1))) continue
      const around = text.slice(Math.max(span.start, at.start - 6), Math.min(span.end, at.end + 6)).trim()
      places.set(at.start, { kind: 'notice.spaceInName', at, params: { words: around } })
    }
  }
  return [...places.values()]
}
