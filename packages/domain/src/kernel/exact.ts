import { type DomainError, ok, type Result, refuse } from './result.ts'

/** An exact rational in lowest terms; `d` is always positive, so equal values are equal records. */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

/**
 * An exact value outside the core: a decimal without exponent or trailing zeros when it terminates (`-0.5`, `12`),
 * otherwise `p/q` in lowest terms (`1/3`).
 */
export type ExactText = string

export type ExactCode = 'exact.malformed' | 'exact.tooLong'

const longest = 400

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `n/d` in lowest terms. Throws on a zero denominator: callers decide what a zero target means before they divide. */
export function ratio(n: bigint, d: bigint): Exact {
  if (d === 0n) throw new RangeError('division by zero')
  if (d === 1n) return { n, d }
  const g = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / g, d: d / g }
}

export const whole = (n: bigint | number): Exact => ({ n: BigInt(n), d: 1n })
export const zero = whole(0)
export const one = whole(1)
export const hundred = whole(100)

export const add = (a: Exact, b: Exact): Exact => ratio(a.n * b.d + b.n * a.d, a.d * b.d)
export const sub = (a: Exact, b: Exact): Exact => ratio(a.n * b.d - b.n * a.d, a.d * b.d)
export const mul = (a: Exact, b: Exact): Exact => ratio(a.n * b.n, a.d * b.d)
/** Throws when `b` is zero. */
export const div = (a: Exact, b: Exact): Exact => ratio(a.n * b.d, a.d * b.n)
export const neg = (a: Exact): Exact => ({ n: -a.n, d: a.d })
export const abs = (a: Exact): Exact => (a.n < 0n ? neg(a) : a)

/** -1, 0 or 1. */
export const sign = (a: Exact): -1 | 0 | 1 => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0)
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => sign({ n: a.n * b.d - b.n * a.d, d: 1n })
export const equal = (a: Exact, b: Exact): boolean => a.n === b.n && a.d === b.d
export const min = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b)
export const max = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b)
export const sum = (values: Iterable<Exact>): Exact => {
  let total = zero
  for (const value of values) total = add(total, value)
  return total
}

/** The least whole number that makes all of them whole. */
export const commonDenominator = (values: Iterable<Exact>): bigint => {
  let common = 1n
  for (const { d } of values) common *= d / gcd(common, d)
  return common
}

/** Greatest whole number not above `a`. */
export const floor = (a: Exact): Exact => whole(a.n / a.d - (a.n < 0n && a.n % a.d !== 0n ? 1n : 0n))
/** Least whole number not below `a`. */
export const ceil = (a: Exact): Exact => neg(floor(neg(a)))
export const isWhole = (a: Exact): boolean => a.d === 1n

/** Reads the text form; also a decimal with needless zeros (`1.10`) and a fraction not in lowest terms. Never an exponent. */
export function parseExact(text: ExactText): Result<Exact, DomainError<ExactCode>> {
  if (text.length > longest) return refuse('exact.tooLong', { params: { limit: String(longest) } })
  const value = read(text)
  return value === undefined ? refuse('exact.malformed', { params: { text } }) : ok(value)
}

/**
 * Reads a text that this code wrote itself or has validated, of any length: a sum of thirds, sevenths and elevenths may outgrow what
 * people may enter. A malformed one is a defect and throws.
 */
export function exact(text: ExactText): Exact {
  const value = read(text)
  if (value === undefined) throw new RangeError(`not an exact value: ${text.slice(0, 40)}`)
  return value
}

function read(text: ExactText): Exact | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text)
  if (match === null) return undefined
  const [, minus, digits = '', decimals = '', denominator] = match
  const n = BigInt(digits + decimals) * (minus === '-' ? -1n : 1n)
  const d = denominator === undefined ? 10n ** BigInt(decimals.length) : BigInt(denominator)
  return d === 0n ? undefined : ratio(n, d)
}

/** The one text of a value: `parseExact(printExact(a))` is `a`, and equal values print alike. */
export function printExact(a: Exact): ExactText {
  const places = decimalPlaces(a.d)
  return places === undefined ? `${a.n}/${a.d}` : printDecimal((a.n * 10n ** BigInt(places)) / a.d, places)
}

/** Places needed to write `1/d` as a decimal; undefined when it does not terminate. */
export function decimalPlaces(d: bigint): number | undefined {
  let [rest, twos, fives] = [d, 0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/** `scaled` / 10^places with exactly `places` decimals. */
export function printDecimal(scaled: bigint, places: number): string {
  const minus = scaled < 0n ? '-' : ''
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  return places === 0 ? minus + digits : `${minus}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
