import type { TextLine } from './spans.ts'

/** Lines that are drawn together: a screen and a half of them. */
export const linesOfBlock = 60

/** Some lines of the text, one below the other. */
export interface TextBlock {
  /** Offset of its first line in code points; unique. */
  readonly start: number
  readonly lines: readonly TextLine[]
}

/** The text in blocks of so many lines, in order; every line stands in exactly one. */
export const blocksOf = (lines: readonly TextLine[]): readonly TextBlock[] =>
  Array.from({ length: Math.ceil(lines.length / linesOfBlock) }, (_, at) => {
    const own = lines.slice(at * linesOfBlock, (at + 1) * linesOfBlock)
    return { start: own[0]?.start ?? 0, lines: own }
  })

/** The last of ordered things that begins at or before a place; undefined before the first. */
export const lastFrom = <T extends { readonly start: number }>(all: readonly T[], place: number): T | undefined => {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.start ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return all[low - 1]
}
