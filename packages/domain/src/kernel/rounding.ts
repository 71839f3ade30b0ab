import { type Exact, floor, mul, printDecimal, ratio, sub, whole } from './exact.ts'

/**
 * `halfUp` is 四舍五入 as offices publish it: an exact half moves away from zero (2.665 → 2.67, -2.665 → -2.67).
 * `gb8170` is GB/T 8170-2008: an exact half goes to the even neighbour (2.665 → 2.66). Both work on the absolute value
 * and round once, from the exact value; they differ at exact halves only.
 */
export interface Rounding {
  readonly mode: 'halfUp' | 'gb8170'
  /** Decimal places kept, 0 or more. */
  readonly places: number
}

/** The value as whole units of 10^-places, rounded. */
function scaled(a: Exact, { mode, places }: Rounding): bigint {
  const size = mul({ n: a.n < 0n ? -a.n : a.n, d: a.d }, whole(10n ** BigInt(places)))
  const down = floor(size).n
  const rest = sub(size, whole(down))
  const twice = rest.n * 2n
  const up = twice > rest.d || (twice === rest.d && (mode === 'halfUp' || down % 2n === 1n))
  return (up ? down + 1n : down) * (a.n < 0n ? -1n : 1n)
}

export const round = (a: Exact, rounding: Rounding): Exact => ratio(scaled(a, rounding), 10n ** BigInt(rounding.places))

/** The published figure: always `places` decimals, `90.00`; never `-0.00`. */
export const printRounded = (a: Exact, rounding: Rounding): string => printDecimal(scaled(a, rounding), rounding.places)
