import { abs, add, compare, div, type Exact, exact, mul, sign, sub, whole } from '../kernel/exact.ts'

/** @returns undefined of nothing */
export const median = (values: readonly Exact[]): Exact | undefined => {
  const sorted = [...values].sort(compare)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper && lower && div(add(upper, lower), whole(2))
}

const consistency = exact('0.6745')

/** Beyond this a value is looked at (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993, 3.5). */
export const outlying = exact('3.5')

/**
 * Modified z-score of each value: 0.6745 × (value − median) / MAD, which a few extreme values do not bend as they bend a mean.
 * Undefined for all where the median absolute deviation is zero: more than half are the same then, and there is no measure of apart.
 */
export const modifiedZ = (values: readonly Exact[]): readonly (Exact | undefined)[] => {
  const middle = median(values)
  if (middle === undefined) return []
  const spread = median(values.map((value) => abs(sub(value, middle))))
  if (spread === undefined || sign(spread) === 0) return values.map(() => undefined)
  return values.map((value) => div(mul(consistency, sub(value, middle)), spread))
}
