import type { Advance, Face } from '../layout/model.ts'
import type { Sfnt } from './sfnt.ts'

export interface OpenFont {
  /** As people know it: 仿宋_GB2312, Noto Serif SC. */
  readonly name: string
  readonly font: Sfnt
}

/** Fonts to draw papers with: for each face those to try in turn. */
export interface FontSet {
  readonly faces: Readonly<Record<Face, readonly OpenFont[]>>
  /** Files of the site's folder that could not be read as TrueType fonts. */
  readonly unreadable: readonly string[]
}

/** The font of a face that has a character; the first one where none has, which then shows a box. */
export function fontOf({ faces }: FontSet, face: Face, codePoint: number): { font: OpenFont; found: boolean } {
  const own = faces[face].find(({ font }) => font.glyphOf(codePoint) !== 0)
  const font = own ?? faces[face][0]
  if (!font) throw new RangeError(`no font for ${face}`)
  return { font, found: own !== undefined }
}

/** Widths of the characters as they will be drawn. */
export function advanceOf(fonts: FontSet): Advance {
  const known = new Map<string, number>()
  return (face, character) => {
    const key = `${face}${character}`
    const before = known.get(key)
    if (before !== undefined) return before
    const codePoint = character.codePointAt(0) ?? 0
    const { font } = fontOf(fonts, face, codePoint).font
    const width = font.advanceOf(font.glyphOf(codePoint)) / font.unitsPerEm
    known.set(key, width)
    return width
  }
}
