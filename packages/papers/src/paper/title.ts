import { widthOf } from './text.ts'
import { segmentsOf } from './title-words.ts'

/** 22 pt characters that fit the 156 mm of the type area, one kept free so that the outline can taper. */
const longest = 19

/** A piece of the title that no line breaks, and what it costs to begin a line with it. */
interface Piece {
  readonly text: string
  readonly cost: number
}

/** More than any unevenness costs. */
const hourglass = 2_000

interface Broken {
  readonly lines: readonly string[]
  /** What the ends of its lines cost. */
  readonly torn: number
}

/** Titles of more lines are rather torn (7.3.1 knows trapezoid and rhombus, which need no more). */
const mostLines = 4

/**
 * A title in as few lines as hold it, broken between words and as even as the words allow, the longer line first
 * where two are near (GB/T 9704-2012, 7.3.1: whole words, trapezoid or rhombus). One line more where that tears fewer words. No line is
 * shorter than one above and one below it, where the words allow; lines of equal length are avoided by preference only.
 */
export function breakTitle(title: string): readonly string[] {
  const parts = segmentsOf(title)
  const count = Math.ceil(widthOf(title) / longest)
  if (count <= 1) return [title]
  const few = split(parts, count)
  if (few && (few.torn === 0 || count >= mostLines)) return few.lines
  const more = split(parts, count + 1)
  if (few === undefined) return more?.lines ?? [title]
  return more && more.torn < few.torn ? more.lines : few.lines
}

function split(parts: readonly Piece[], count: number): Broken | undefined {
  const ideal = parts.reduce((sum, { text }) => sum + widthOf(text), 0) / count
  let best: (Broken & { cost: number }) | undefined
  const place = (from: number, lines: readonly string[], spent: number, torn: number, fell: boolean): void => {
    if (best && spent + torn >= best.cost) return
    if (lines.length === count) {
      if (from === parts.length) best = { lines, torn, cost: spent + torn }
      return
    }
    const ends = from === 0 ? 0 : (parts[from]?.cost ?? 0)
    let line = ''
    for (let to = from; to < parts.length; to++) {
      line += parts[to]?.text ?? ''
      const width = widthOf(line)
      if (width > longest) return
      const before = lines.at(-1)
      const level = before !== undefined && widthOf(before) === width ? 1 : 0
      const growing = before !== undefined && widthOf(before) < width
      const shape = growing ? (fell ? hourglass : 0.5) : 0
      const falls = fell || (before !== undefined && widthOf(before) > width)
      place(to + 1, [...lines, line], spent + (width - ideal) ** 2 + level + shape, torn + ends, falls)
    }
  }
  place(0, [], 0, 0, false)
  return best
}

/** The title's lines: as given, or broken. */
export const titleLines = (title: string | readonly string[]): readonly string[] =>
  typeof title === 'string' ? breakTitle(title) : title

/** The title as one string, as a register or a reference cites it. */
export const titleText = (title: string | readonly string[]): string =>
  typeof title === 'string' ? title : title.join('')
