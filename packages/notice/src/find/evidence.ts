import type { Span } from '../text/document.ts'
import { type Placed, placed, split, trimmed } from '../text/words.ts'

/** A cell that says that there is none. */
const nothing = /^(?:[—–\-/／]+|无)$/

/** 1.会议记录；2.工作总结: the papers of a list, each without its number. */
export const evidenceIn = (text: string, span: Span): readonly Placed[] =>
  numbered(text, span)
    .flatMap((item) => split(text, item, '；;、，\n'))
    .map((piece) => placed(text, trimmed(text, piece, '。.；;'), 0.85))
    .filter(({ value }) => value !== '' && !nothing.test(value))

const ordinalMark = /(?:^|[\s；;。，、])(?:\d{1,2}\s?[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])\s?/g

function numbered(text: string, { start, end }: Span): readonly Span[] {
  const marks = [...text.slice(start, end).matchAll(ordinalMark)].map(({ index, 0: mark }) => ({
    from: start + index,
    to: start + index + mark.length,
  }))
  if (marks[0]?.from !== start) return [{ start, end }]
  return marks.map(({ to }, at) => ({ start: to, end: marks[at + 1]?.from ?? end }))
}
