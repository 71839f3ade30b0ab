import type { Reading } from '../read.ts'
import type { Span } from '../text/document.ts'
import { organEnd } from '../text/organs.ts'
import { matches } from '../text/words.ts'
import type { Finding } from './findings.ts'

const inside =
  /(?<=[\u4e00-\u9fa5]{2})[ ](?=[\u4e00-\u9fa5]{2})|(?<=[\u4e00-\u9fa5]{3})[ ](?=[\u4e00-\u9fa5])|(?<=\d年)[ ](?=[\u4e00-\u9fa5])|(?<=[\u4e00-\u9fa5])[ ](?=[\u4e00-\u9fa5]{3})/

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
    for (const { at } of matches(text, span, inside)) {
      // Two bodies that issue together stand side by side.
      if (
        span === title?.at &&
        organEnd.test(text.slice(span.start, at.start)) &&
        !text.slice(span.start, at.start).includes('关于')
      )
        continue
      const around = text.slice(Math.max(span.start, at.start - 6), Math.min(span.end, at.end + 6)).trim()
      places.set(at.start, { kind: 'notice.spaceInName', at, params: { words: around } })
    }
  }
  return [...places.values()]
}
