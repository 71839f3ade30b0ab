import { type Advance, halfAdvance, type Part, type Tag } from './model.ts'

/** What a paper is set with: the widths of characters, and the list of parts that grows as they are set. */
export interface Setting {
  readonly advance: Advance
  readonly parts: Part[]
}

export const newSetting = (advance: Advance = halfAdvance): Setting => ({ advance, parts: [] })

/** The next part in reading order. */
export const addPart = ({ parts }: Setting, tag: Tag, within?: number): number =>
  parts.push(within === undefined ? { tag } : { tag, within }) - 1
