import type { Faces } from '../docx/faces.ts'

/**
 * A set paper as plain data: what stands where on which page. PDF and OFD are written from it, so that both show the same.
 * Lengths are points (1/72 inch), measured from the page's upper left corner, y downward.
 */
export interface SetPaper {
  readonly pages: readonly SetPage[]
  /** What the text is, in reading order; `part` of a placed text is an index into it. */
  readonly parts: readonly Part[]
  readonly title: string
  readonly organ: string
  /** `YYYY-MM-DD`: the file's own day. */
  readonly on?: string | undefined
}

export interface SetPage {
  readonly width: number
  readonly height: number
  readonly items: readonly Placed[]
}

export type Placed = PlacedText | PlacedRule

export type Colour = 'black' | 'red' | 'grey'

export type Face = keyof Faces

export interface Style {
  readonly face: Face
  /** Points. */
  readonly size: number
  readonly colour?: Colour
  /** Glyphs are drawn to this share of their width: names too long for one line. */
  readonly narrow?: number
}

/** Characters of one style on one line. */
export interface PlacedText extends Style {
  readonly kind: 'text'
  readonly text: string
  /** Where the first character begins, on the baseline. */
  readonly x: number
  readonly y: number
  /** Added between any two characters. */
  readonly spacing: number
  /** Degrees clockwise around the beginning. */
  readonly turn?: number
  /** Absent for page numbers, repeated heads and the like: no part of what is read. */
  readonly part?: number | undefined
}

/** A filled rectangle: rules, and the lines of tables. */
export interface PlacedRule {
  readonly kind: 'rule'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour?: Colour
}

/** Standard structure types of PDF 1.7, 14.8.4, as far as papers need them. */
export type Tag = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'P' | 'Caption' | 'Table' | 'TR' | 'TH' | 'TD'

export interface Part {
  readonly tag: Tag
  /** Index of the part that holds it. */
  readonly within?: number | undefined
}

/** Advance of a character in a face, in em. */
export type Advance = (face: Face, character: string) => number

/** Han and full-width characters take 1 em, the ASCII range half: what the standard's 字 counts, and what 仿宋_GB2312 has. */
export const halfAdvance: Advance = (_, character) => (character < '\u0100' ? 0.5 : 1)
