import { mayBreak } from './characters.ts'
import { tightening } from './measures.ts'
import type { Style } from './model.ts'
import type { Setting } from './setting.ts'

/** Text in one style. */
export interface Piece {
  readonly text: string
  readonly style: Style
}

export interface Glyph {
  readonly character: string
  readonly style: Style
  /** With the tightening that follows it. */
  readonly width: number
}

export interface Line {
  readonly glyphs: readonly Glyph[]
  /** Width without the spaces at its end. */
  readonly width: number
  /** The paragraph, or what a line break in it closes, ends here: the line is not spread. */
  readonly last: boolean
}

/** Characters with their widths; a tab inside text is a space, as it is only white space. */
export const glyphsOf = (pieces: readonly Piece[], { advance }: Setting): Glyph[] =>
  pieces.flatMap(({ text, style }) =>
    Array.from(text.replaceAll('\t', ' '), (character) => ({
      character,
      style,
      width: character === '\n' ? 0 : advance(style.face, character) * style.size * (style.narrow ?? 1) + tightening,
    })),
  )

const trimmed = (glyphs: readonly Glyph[]): number => {
  const end = glyphs.findLastIndex(({ character }) => character !== ' ')
  return glyphs.slice(0, end + 1).reduce((sum, { width }) => sum + width, end >= 0 ? -tightening : 0)
}

/** Rounding of sums must not push out a character that fits. */
const hair = 0.01

/** Index behind the last glyph that stands on a line of `room` points from `start`; at least one always does. */
function lineEnd(glyphs: readonly Glyph[], start: number, room: number): number {
  let width = -tightening
  let breakable = start
  for (let at = start; at < glyphs.length; at++) {
    const { character, width: own } = glyphs[at] as Glyph
    width += own
    if (character !== ' ' && width > room + hair && at > start) return breakable > start ? breakable : at
    const next = glyphs[at + 1]
    if (next && mayBreak(character, next.character)) breakable = at + 1
  }
  return glyphs.length
}

/** Lines of one paragraph: the first of `first` points, all others of `rest`. An empty one has one empty line. */
export function breakLines(glyphs: readonly Glyph[], first: number, rest: number): Line[] {
  const out: Line[] = []
  let start = 0
  while (start <= glyphs.length) {
    const stop = glyphs.findIndex(({ character }, at) => at >= start && character === '\n')
    const paragraph = glyphs.slice(start, stop < 0 ? glyphs.length : stop)
    let at = 0
    do {
      const end = lineEnd(paragraph, at, out.length === 0 ? first : rest)
      const line = paragraph.slice(at, end)
      out.push({ glyphs: line, width: trimmed(line), last: end >= paragraph.length })
      at = end
    } while (at < paragraph.length)
    if (stop < 0) break
    start = stop + 1
  }
  return out
}
