/** What a .docx asks a word processor to print, resolved through defaults, styles and direct marks. Lengths in twips (1/20 pt). */

export interface RunLayout {
  readonly text: string
  /** Face for Han characters, as named; empty when nothing names one. */
  readonly face: string
  /** Half points. */
  readonly size: number
  readonly bold: boolean
  /** Six hexadecimal digits, or `auto`. */
  readonly color: string
  /** Twips added to each character. */
  readonly tracking: number
}

export interface BorderLayout {
  readonly style: string
  /** Eighths of a point. */
  readonly size: number
  readonly color: string
}

export type Alignment = 'left' | 'center' | 'right' | 'both' | 'distribute'

/** A straight line drawn as a shape. */
export interface LineShape {
  readonly color: string
  readonly length: number
  readonly thickness: number
}

export interface ParagraphLayout {
  /** From 1, in reading order, those of tables, headers and shapes included. */
  readonly index: number
  /** Automatic numbers included. */
  readonly text: string
  readonly runs: readonly RunLayout[]
  readonly align: Alignment
  /** Negative `firstLine` hangs. `firstLineChars` in hundredths of a character. */
  readonly indent: {
    readonly left: number
    readonly right: number
    readonly firstLine: number
    readonly firstLineChars: number
  }
  readonly spacing: {
    readonly before: number
    readonly after: number
    readonly line: number
    readonly rule: 'auto' | 'exact' | 'atLeast'
  }
  /** Starts a page of its own: by itself, or by a break or a section right before it. */
  readonly startsPage: boolean
  readonly borders: { readonly top?: BorderLayout; readonly bottom?: BorderLayout }
  /** Background, six hexadecimal digits; empty without one. */
  readonly fill: string
  /** Set in a frame that is fixed to the page. */
  readonly framed: boolean
  readonly place: 'body' | 'table' | 'header' | 'shape'
  readonly section: number
  readonly lines: readonly LineShape[]
}

export interface CellLayout {
  readonly text: string
  readonly span: number
}

export interface TableLayout {
  /** Index of the first paragraph inside. */
  readonly first: number
  readonly last: number
  readonly section: number
  /** Twips, one for each grid column. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly CellLayout[])[]
  /** Rows marked to repeat on each page. */
  readonly headRows: number
}

export interface FooterLayout {
  readonly align: Alignment
  readonly text: string
  readonly hasPageNumber: boolean
  readonly runs: readonly RunLayout[]
  readonly lines: readonly BorderLayout[]
}

export interface SectionLayout {
  readonly width: number
  readonly height: number
  readonly landscape: boolean
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** Of the head from the page's edge. */
  readonly headerDistance: number
  /** `linePitch` where a grid of lines is switched on. */
  readonly snapPitch: number | undefined
  readonly firstPageDiffers: boolean
  readonly footers: { readonly default?: FooterLayout; readonly even?: FooterLayout; readonly first?: FooterLayout }
}

export interface PaperLayout {
  readonly paragraphs: readonly ParagraphLayout[]
  readonly tables: readonly TableLayout[]
  readonly sections: readonly SectionLayout[]
  readonly evenAndOdd: boolean
  /** What a file says of itself. */
  readonly properties: { readonly creator: string; readonly lastModifiedBy: string; readonly company: string }
  /** What no issued paper carries. */
  readonly leftovers: readonly ('macros' | 'comments' | 'changes' | 'external' | 'objects')[]
  /** Faces that a visible character asks for. */
  readonly faces: readonly string[]
}
