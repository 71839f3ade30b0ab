import type { Span } from '../text/document.ts'
import { type Match, matches, type Placed, placed, trimmed } from '../text/words.ts'

/** Where a notice speaks of one body. */
export interface Region {
  readonly text: string
  readonly spans: readonly Span[]
}

export const inSpans = (text: string, spans: readonly Span[], form: RegExp): readonly Match[] =>
  spans.flatMap((span) => matches(text, span, form))

export function firstMatch(text: string, spans: readonly Span[], form: RegExp): Match | undefined {
  for (const span of spans) {
    const [found] = matches(text, span, form)
    if (found) return found
  }
  return undefined
}

export function firstIn(text: string, spans: readonly Span[], form: RegExp, group = 1): Span | undefined {
  const found = firstMatch(text, spans, form)
  return found && trimmed(text, found.group(group))
}

export const asPlaced = (text: string, span: Span | undefined, confidence = 0.93): Placed | null =>
  span && span.end > span.start ? placed(text, span, confidence) : null
