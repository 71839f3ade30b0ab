/** What a paper looked like when it was set, in millimetres from the page's top left corner. */

export interface RenderedLine {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of the line's boxes; glyphs stand in the middle. */
  readonly top: number
  readonly bottom: number
}

export interface RenderedRule {
  readonly red: boolean
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface RenderedPage {
  readonly width: number
  readonly height: number
  readonly lines: readonly RenderedLine[]
  /** Straight horizontal lines longer than 100 mm. */
  readonly rules: readonly RenderedRule[]
  /** Where the first red ink stands that is no rule, and where the last. */
  readonly redInk?: { readonly top: number; readonly bottom: number }
}

export interface Rendering {
  readonly pages: readonly RenderedPage[]
}
