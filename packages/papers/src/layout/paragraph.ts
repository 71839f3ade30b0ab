import type { Align, Text } from '../paper/model.ts'
import { partsOf, xmlSafe } from '../paper/text.ts'
import type { Box } from './box.ts'
import { breakLines, type Glyph, glyphsOf, type Line, type Piece } from './break-lines.ts'
import { ascent, tightening } from './measures.ts'
import type { PlacedText, Style } from './model.ts'
import type { Setting } from './setting.ts'

export interface ParagraphForm {
  readonly width: number
  readonly pitch: number
  readonly align?: Align | 'both'
  /** Indents of the first line, of the others, and on the right. */
  readonly first?: number
  readonly left?: number
  readonly right?: number
  readonly before?: number
  /** The last two lines stand with what follows; all of them when `whole`. */
  readonly keepNext?: boolean
  readonly whole?: boolean
  readonly part?: number | undefined
}

/** A text in one style. */
export const pieces = (text: Text, style: Style): Piece[] =>
  partsOf(text).map((part) => ({
    text: xmlSafe(typeof part === 'string' ? part : part.text).replace(/\r\n?/g, '\n'),
    style,
  }))

const baseline = (pitch: number, points: number): number => (pitch - points) / 2 + ascent * points

/** A line's characters as texts of one style each, from `x` on, `extra` points between any two. */
function placeGlyphs(
  glyphs: readonly Glyph[],
  { x, pitch, extra, part }: { x: number; pitch: number; extra: number; part?: number | undefined },
): PlacedText[] {
  const out: PlacedText[] = []
  const common = Math.max(0, ...glyphs.map(({ style }) => style.size))
  let at = x
  for (const { character, style, width } of glyphs) {
    const last = out.at(-1)
    if (last && last.face === style.face && last.size === style.size && last.colour === style.colour)
      out[out.length - 1] = { ...last, text: last.text + character }
    else
      out.push({
        kind: 'text',
        ...style,
        text: character,
        x: at,
        y: baseline(pitch, common),
        spacing: tightening + extra,
        part,
      })
    at += width + extra
  }
  return out
}

/** A line is spread only as far as looks like text: one whose next word is long stays as it is. */
const widestGap = 4

function placeLine(line: Line, form: ParagraphForm, indent: number): PlacedText[] {
  const { width, align = 'left', right = 0, pitch, part } = form
  const free = width - indent - right - line.width
  const spread = align === 'both' && !line.last && line.glyphs.length > 1
  const gap = spread ? Math.max(0, free) / (line.glyphs.length - 1) : 0
  const offset = align === 'right' ? free : align === 'center' ? free / 2 : 0
  return placeGlyphs(line.glyphs, {
    x: indent + Math.max(0, offset),
    pitch,
    extra: gap <= widestGap ? gap : 0,
    part,
  })
}

/** A paragraph as boxes, one a line. */
export function setParagraph(text: readonly Piece[], form: ParagraphForm, setting: Setting): Box[] {
  const { width, pitch, left = 0, first = left, right = 0, before = 0, keepNext = false, whole = false } = form
  const lines = breakLines(glyphsOf(text, setting), width - first - right, width - left - right)
  return lines.map((line, index) => ({
    before: index === 0 ? before : 0,
    height: pitch,
    items: placeLine(line, form, index === 0 ? first : left),
    // No paragraph leaves one line alone at the foot or the head of a page when it is kept with something.
    keepNext: (keepNext || whole) && (whole ? keepNext || index < lines.length - 1 : index >= lines.length - 2),
  }))
}

/** One line of texts that begin, or end, where they are told to. */
export function setRow(
  entries: readonly { readonly text: readonly Piece[]; readonly at: number; readonly ends?: boolean; part?: number }[],
  { pitch, before = 0, keepNext = false }: { pitch: number; before?: number; keepNext?: boolean },
  setting: Setting,
): Box {
  const items = entries.flatMap(({ text, at, ends = false, part }) => {
    const glyphs = glyphsOf(text, setting)
    const width = glyphs.reduce((sum, glyph) => sum + glyph.width, -tightening)
    return placeGlyphs(glyphs, { x: ends ? at - width : at, pitch, extra: 0, part })
  })
  return { before, height: pitch, items, keepNext }
}

export const widthOfPieces = (text: readonly Piece[], setting: Setting): number =>
  glyphsOf(text, setting).reduce((sum, glyph) => sum + glyph.width, -tightening)
