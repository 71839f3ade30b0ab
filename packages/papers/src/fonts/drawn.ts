import type { PlacedText, SetPaper } from '../layout/model.ts'
import { type FontSet, fontOf, type OpenFont } from './font-set.ts'
import { subsetFont } from './subset.ts'

/** A text in one font, with its subset's number. */
export interface Drawn extends PlacedText {
  readonly font: number
  /** Advance of each character to the next one, in points. */
  readonly advances: readonly number[]
}

export interface Embedded {
  /** The font's own name. */
  readonly name: string
  /** A name of Latin letters, the same for the same paper. */
  readonly id: string
  readonly bytes: Uint8Array
}

export interface DrawnPaper {
  readonly fonts: readonly Embedded[]
  /** Texts of each page, in the order in which they stand there. */
  readonly pages: readonly (readonly Drawn[])[]
  /** Characters that none of the fonts has; they show as boxes. */
  readonly missing: readonly string[]
}

/** The paper's texts with the fonts that draw them, each cut down to the characters that the paper has. */
export function drawPaper(paper: SetPaper, fonts: FontSet): DrawnPaper {
  const used = new Map<OpenFont, { index: number; codePoints: Set<number> }>()
  const missing = new Set<string>()
  const use = (face: PlacedText['face'], character: string) => {
    const codePoint = character.codePointAt(0) ?? 0
    const { font, found } = fontOf(fonts, face, codePoint)
    if (!found) missing.add(character)
    const own = used.get(font) ?? { index: used.size, codePoints: new Set<number>() }
    used.set(font, own)
    // One that is missing gets a box of its own: it is still found and copied as what it is.
    own.codePoints.add(codePoint)
    const { advanceOf, glyphOf, unitsPerEm } = font.font
    return { index: own.index, advance: advanceOf(glyphOf(codePoint)) / unitsPerEm }
  }
  const draw = (item: PlacedText): Drawn[] => {
    const out: { text: string; font: number; x: number; y: number; advances: number[] }[] = []
    const angle = ((item.turn ?? 0) * Math.PI) / 180
    let along = 0
    for (const character of item.text) {
      const { index, advance } = use(item.face, character)
      const step = advance * item.size * (item.narrow ?? 1) + item.spacing
      const last = out.at(-1)
      if (last && last.font === index) {
        last.text += character
        last.advances.push(step)
      } else
        out.push({
          text: character,
          font: index,
          x: item.x + along * Math.cos(angle),
          y: item.y + along * Math.sin(angle),
          advances: [step],
        })
      along += step
    }
    return out.map((own) => ({ ...item, ...own }))
  }
  const pages = paper.pages.map(({ items }) => items.flatMap((item) => (item.kind === 'text' ? draw(item) : [])))
  const embedded = [...used].map(([{ name, font }, { index, codePoints }]): Embedded => {
    const id = `QH${String.fromCharCode(65 + index)}${name.replace(/[^A-Za-z0-9]/g, '')}`
    return {
      name,
      id,
      bytes: subsetFont(
        font,
        [...codePoints].sort((a, b) => a - b),
        id,
      ),
    }
  })
  return { fonts: embedded, pages, missing: [...missing] }
}
