import { plainForms } from '../../kernel/quantity.ts'

/** Half-open, in Unicode code points of the text as given. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text with full-width forms made plain and blanks left out, and the way back to the original's code points. */
export interface Source {
  readonly plain: string
  /** Of each UTF-16 unit of `plain`, and of its end, the code point of the original. */
  readonly at: readonly number[]
  readonly length: number
}

/** 〔…〕 around the terms of a formula. */
const brackets: Readonly<Record<string, string>> = { '〔': '(', '〕': ')', '［': '(', '］': ')', '﹪': '%' }

export function sourceOf(text: string): Source {
  const at: number[] = []
  let plain = ''
  let point = 0
  for (const char of text) {
    const kept = isHan(char) ? char : keptOf(char)
    plain += kept
    for (let i = 0; i < kept.length; i += 1) at.push(point)
    point += 1
  }
  return { plain: plain.replace(halfWidthStop, '，').replace(halfWidthEnd, '。'), at, length: point }
}

const known = new Map<string, string>()
const mostKnown = 1_000

/** What stays of a sign; sentences use few signs besides Han. */
function keptOf(char: string): string {
  const before = known.get(char)
  if (before !== undefined) return before
  const kept = char === '\n' || char === '，' ? char : (brackets[char] ?? plainForms(char).replace(/\s/u, ''))
  if (known.size < mostKnown) known.set(char, kept)
  return kept
}

/** Most of a sentence; none of it has another form. */
const isHan = (char: string): boolean => char >= '一' && char <= '鿿'

/** A half-width comma is a stop like the full-width one, unless it groups thousands; a full-width comma never does. */
const halfWidthEnd = /\.(?=\n|$)/gu
const halfWidthStop = /(?<!\d),|,(?!\d{3}(?!\d))/gu

/** From the first kept character to just after the last one, so that inner blanks belong and outer ones do not. */
export const spanOf = ({ at, plain }: Source, start: number, end: number): Span => {
  if (start >= end) return { start: at[start] ?? 0, end: at[start] ?? 0 }
  const last = end - 1
  const low = plain.charCodeAt(last)
  const first = low >= 0xdc00 && low <= 0xdfff ? last - 1 : last
  return { start: at[start] ?? 0, end: (at[first] ?? 0) + 1 }
}
