import { isOrgan } from '../text/organs.ts'
import type { Placed } from '../text/words.ts'

/** What one unit has to reach in one indicator, as a table or a sentence of the notice breaks it down. */
export interface TaskEntry {
  readonly indicator: string
  readonly unit: string
  readonly target: Placed | null
  readonly unitAt: Placed
}

/** A body by its ending, or a region or a seat below it. */
export const isUnit = (text: string): boolean =>
  isOrgan(text) || /^[\u4e00-\u9fa5]{1,12}(?:县|区|市|乡|镇|街道|村|社区)$/.test(text)
