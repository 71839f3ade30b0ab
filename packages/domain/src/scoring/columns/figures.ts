import type { Column } from './column.ts'

/** A group's figures on one column, in the column's own whole numbers; all NaN where a member has no figure. Filled anew for each group. */
export interface Figures {
  max: number
  min: number
  sum: number
}

export function figuresOf({ values }: Column, rows: Int32Array, into: Figures): void {
  let [max, min, sum] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
  for (let i = 0; i < rows.length; i += 1) {
    const value = values[rows[i] as number] as number
    if (value > max) max = value
    if (value < min) min = value
    sum += value
  }
  const known = !Number.isNaN(sum)
  into.max = known ? max : sum
  into.min = known ? min : sum
  into.sum = sum
}
