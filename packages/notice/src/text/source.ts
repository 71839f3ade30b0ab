/** What a file reader hands to the core: paragraphs and tables in reading order, and what it had to say about the file. */
export interface Source {
  readonly blocks: readonly SourceBlock[]
  /** True where the file breaks lines at the width of the page (text PDF): such breaks are undone. */
  readonly wrapped?: boolean
  readonly remarks?: readonly SourceRemark[]
}

export type SourceBlock =
  | { readonly kind: 'line'; readonly text: string; readonly heading?: boolean }
  /** Rows of cells; a merged cell stands in every place that it covers, with the same `origin`. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly SourceCell[])[] }

export interface SourceCell {
  readonly text: string
  /** Row and column of the cell that a merged one repeats; absent for a cell that stands here. */
  readonly origin?: readonly [row: number, column: number]
}

/** Facts about the file that a reader of the plan must know; their words are in the messages package. */
export type SourceRemark =
  | { readonly kind: 'trackedChanges'; readonly count: number }
  | { readonly kind: 'unreadablePages'; readonly pages: readonly number[] }
  | { readonly kind: 'hiddenSheet'; readonly name: string }

/** Plain text as a source: every line a block; whether lines are broken at the width of a page is seen from the lines. */
export const sourceOfText = (text: string): Source => ({
  blocks: text.split(/\r\n|\r|\n/).map((line) => ({ kind: 'line', text: line })),
})
