import type { Context } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { matches, type Placed, placed } from '../text/words.ts'

/** 〔年份〕序号, in the brackets and digits that copies give it. */
const yearAndOrdinal =
  /[〔[［（(【「{]\s?[0-9OolI]{4}\s?[〕\]］）)】」}]\s?第?\s?(?:[0-9OolI]{1,5}|[×xX*＊_]{0,4})\s?号/
/** 机关代字 before it. */
const code = /(?:[\u4e00-\u9fa5A-Za-z×╳*]{1,10}[（(][\u4e00-\u9fa5]{1,6}[）)])?[\u4e00-\u9fa5A-Za-z×╳*]{1,14}\s?$/

function* found(text: string, span: Span): Generator<Span> {
  for (const { at } of matches(text, span, yearAndOrdinal)) {
    const body = code.exec(text.slice(Math.max(span.start, at.start - 32), at.start))
    if (body) yield { start: at.start - body[0].length, end: at.end }
  }
}

export interface FoundNumber extends Span {
  readonly value: string
  /** Nothing else stands in the searched span. */
  readonly whole: boolean
}

/** The first document number in a span. */
export function numberIn(text: string, span: Span): FoundNumber | undefined {
  for (const at of found(text, span)) {
    const rest = (text.slice(span.start, at.start) + text.slice(at.end, span.end)).replace(
      /签发人[:：]?.{0,12}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[\s（()）\-—－_]/g,
      '',
    )
    return { ...at, value: text.slice(at.start, at.end), whole: rest === '' }
  }
  return undefined
}

/** All document numbers in a span. */
export const numbersIn = (text: string, span: Span): readonly Span[] => [...found(text, span)]

/** The paper's own number: the site's, the line of the head, or what follows the title in brackets. */
export function findDocumentNumber({ text, head, meta }: Context): Placed | null {
  const named = meta.values.get('number')
  if (named && /\d/.test(named.value)) {
    const inner = numberIn(text, named.at)
    return inner ? placed(text, inner, named.confidence) : named
  }
  for (const line of head) {
    const found = numberIn(text, line)
    if (found?.whole) return placed(text, found, 0.97)
  }
  for (const line of head) {
    const found = numberIn(text, line)
    if (found && line.end - found.end <= 1 && !/《/.test(line.text)) return placed(text, found, 0.85)
  }
  return null
}

/** GB/T 9704 7.2.5: six-cornered brackets, four digits of the year, a number without 第 and leading zeros. */
export const isWellFormedNumber = (value: string): boolean =>
  /^[\u4e00-\u9fa5（）()]{2,16}〔\d{4}〕[1-9]\d{0,4}号$/.test(value)
