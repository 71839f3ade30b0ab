import { compare, type Exact, isWhole, one, ratio, sign, whole } from './exact.ts'
import { type Rounding, round } from './rounding.ts'

/**
 * `base`^`exponent`, correctly rounded: the nearest decimal of that many places to the true value, the same on every machine.
 * Whole numbers only, no floating point. `base` lies above zero and at most at 1, the exponent between -50 and 50.
 */
export function power(base: Exact, exponent: Exact, rounding: Rounding): Exact {
  if (sign(base) <= 0 || compare(base, one) > 0 || compare(abs(exponent), whole(50)) > 0)
    throw new RangeError('power is defined for 0 < base ≤ 1 and exponents up to 50')
  if (isWhole(exponent)) return round(wholePower(base, exponent.n), rounding)
  for (let digits = rounding.places + 20; ; digits *= 2) {
    const { low, high } = enclosed(base, exponent, digits)
    const [down, up] = [round(low, rounding), round(high, rounding)]
    // A value that stays on a rounding boundary at ten times the digits is rational and lies on it.
    if (compare(down, up) === 0 || digits > 10 * (rounding.places + 20)) return up
  }
}

const abs = (a: Exact): Exact => (sign(a) < 0 ? { n: -a.n, d: a.d } : a)

const wholePower = ({ n, d }: Exact, exponent: bigint): Exact =>
  exponent >= 0n ? ratio(n ** exponent, d ** exponent) : ratio(d ** -exponent, n ** -exponent)

/** Two rationals around the true value, less than 10^-(digits - 10) apart. */
function enclosed(base: Exact, exponent: Exact, digits: number): { readonly low: Exact; readonly high: Exact } {
  const before = digitsBefore(base, exponent)
  const unit = 10n ** BigInt(digits + 30 + before)
  const value = exponential((logarithm(base, unit) * exponent.n) / exponent.d, unit)
  // Every series step truncates by less than one unit of a value of one digit; the slack is far above all of them together.
  const slack = 10n ** BigInt(28 + before)
  return { low: ratio(value - slack, unit), high: ratio(value + slack, unit) }
}

/** At least as many as the value has before its decimal point: what a step truncates grows with the value. */
function digitsBefore({ n, d }: Exact, exponent: Exact): number {
  if (sign(exponent) >= 0) return 0
  const bits = d.toString(2).length - n.toString(2).length + 1
  return Math.ceil((Number(-exponent.n / exponent.d) + 1) * bits * 0.302) + 1
}

/** ln(n/d) in units: halved until near 1, then 2·artanh((x-1)/(x+1)). */
function logarithm({ n, d }: Exact, unit: bigint): bigint {
  let [x, halvings] = [(n * unit) / d, 0n]
  for (; x * 4n < unit * 3n; x *= 2n) halvings += 1n
  return artanhTwice(((x - unit) * unit) / (x + unit), unit) - halvings * artanhTwice(unit / 3n, unit)
}

function artanhTwice(t: bigint, unit: bigint): bigint {
  const square = (t * t) / unit
  let [sum, term] = [0n, t]
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term / k
    term = (term * square) / unit
  }
  return 2n * sum
}

/** e^x in units: the argument cut by 2^16, the series, then squared back. */
function exponential(x: bigint, unit: bigint): bigint {
  const cut = 16n
  const small = x / 2n ** cut
  let [sum, term] = [0n, unit]
  for (let k = 1n; term !== 0n; k += 1n) {
    sum += term
    term = (term * small) / (unit * k)
  }
  for (let i = 0n; i < cut; i += 1n) sum = (sum * sum) / unit
  return sum
}
