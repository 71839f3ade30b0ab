import type { Placed } from './model.ts'

/** A line of text or a row of a table, placed from its own upper left corner. It stands whole on one page. */
export interface Box {
  /** Free above it; nothing at the top of a page that the text runs onto. */
  readonly before: number
  readonly height: number
  readonly items: readonly Placed[]
  /** Stands on one page with what follows. */
  readonly keepNext: boolean
  /** Begins a page. */
  readonly fresh?: boolean
  /** Heads of its table, repeated where it begins a page. */
  readonly heads?: readonly Box[]
}

export const shift = (item: Placed, x: number, y: number): Placed => ({ ...item, x: item.x + x, y: item.y + y })

/** Free room of a height. */
export const space = (height: number, keepNext = false): Box => ({ before: 0, height, items: [], keepNext })

/** The first of some boxes with other room above, or beginning a page. */
export const withFirst = (boxes: readonly Box[], change: Partial<Box>): Box[] =>
  boxes.map((box, index) => (index === 0 ? { ...box, ...change } : box))

export const heightOf = (boxes: readonly Box[]): number =>
  boxes.reduce((sum, { before, height }) => sum + before + height, 0)
