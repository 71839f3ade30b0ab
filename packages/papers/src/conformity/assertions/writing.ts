import { likeDay } from '../anatomy/words.ts'
import {
  type Assertion,
  inParagraph,
  type Judgement,
  notHere,
  type Subject,
  unverified,
  without,
} from '../assertion.ts'
import type { ParagraphLayout } from '../layout/model.ts'

/** A mark of the ASCII range between Han characters. */
const narrowMark = /[\p{Script=Han}”》）][,;:?!.][\p{Script=Han}“《（]/u

const punctuation = ({ layout }: Subject): Judgement =>
  without(
    layout.paragraphs.flatMap((paragraph) => {
      const found = narrowMark.exec(paragraph.text)?.[0]
      return found === undefined ? [] : [inParagraph(paragraph, found)]
    }),
  )

/** Lines drawn by a paragraph, and what hangs in a frame, are no text set by spaces. */
const isRule = ({ fill, borders, framed, lines }: ParagraphLayout): boolean =>
  fill !== '' || framed || lines.length > 0 || borders.top !== undefined || borders.bottom !== undefined

function spaces({ layout }: Subject): Judgement {
  return without(
    layout.paragraphs.flatMap((paragraph) => {
      const { text, place, runs } = paragraph
      if (place !== 'body' || isRule(paragraph) || likeDay.test(text.trim())) return []
      if (/^[ \u3000]+$/.test(text) || (/^(?: {2}|\u3000)/.test(text) && runs.length > 0))
        return [inParagraph(paragraph, `“${/^[ \u3000]+/.exec(text)?.[0] ?? ''}”`)]
      return []
    }),
  )
}

const squeezed = (text: string): string => text.replace(/[\s\u3000]+/g, '')

/** Tables whose rows name published units, column by column, to the character. */
function figures({ layout, published }: Subject): Judgement {
  if (layout.tables.length === 0) return notHere
  if (!published) return unverified
  const faults = layout.tables.flatMap(({ rows, first, headRows }) => {
    const heads = rows.slice(0, Math.max(1, headRows))
    const columns = new Map<number, string>()
    for (const head of heads) {
      let at = 0
      for (const { text, span } of head) {
        if (span === 1 && squeezed(text) !== '') columns.set(at, squeezed(text))
        at += span
      }
    }
    const start = layout.paragraphs[first - 1]
    return rows.slice(heads.length).flatMap((row) => {
      const unit = row.map(({ text }) => squeezed(text)).find((text) => published.has(text))
      const expected = unit === undefined ? undefined : published.get(unit)
      if (!start || unit === undefined || expected === undefined) return []
      let at = 0
      return row.flatMap(({ text, span }) => {
        const column = columns.get(at)
        at += span
        const wanted = column === undefined ? undefined : expected[column]
        return wanted === undefined || wanted === text.trim()
          ? []
          : [inParagraph(start, `${unit} ${column}：${text.trim()} ≠ ${wanted}`)]
      })
    })
  })
  return without(faults)
}

export const writingAssertions: readonly Assertion[] = [
  { id: 46, clause: 'GB/T 15834', judge: punctuation },
  { id: 47, clause: '3.2', judge: spaces },
  { id: 48, clause: '—', judge: figures },
]
