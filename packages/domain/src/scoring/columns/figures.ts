import type { Column } from './column.ts'

/** A group's figures on one column, in the column's own whole numbers; all NaN where a member has no figure. */
export interface Figures {
  readonly max: number
  readonly min: number
  readonly sum: number
}

export function figuresOf({ values }: Column, rows: Int32Array): Figures {
  let [max, min, sum] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
  for (let i = 0; i < rows.length; i += 1) {
    const value = values[rows[i] ?? -1] ?? Number.NaN
    if (value > max) max = value
    if (value < min) min = value
    sum += value
  }
  return Number.isNaN(sum) ? { max: sum, min: sum, sum } : { max, min, sum }
}
