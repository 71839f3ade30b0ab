import { div, type ExactText, exact, hundred, mul, printExact, whole } from '@quanheng/domain/kernel/exact'

/**
 * The value of an xlsx number: its shortest decimal that reads back as the same double, written out without exponent.
 * Throws a RangeError for what is no number.
 */
export function decimalOf(value: number): ExactText {
  if (!Number.isFinite(value)) throw new RangeError('not a finite number')
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const power = whole(10n ** BigInt(Math.abs(Number(exponent))))
  return printExact(exponent.startsWith('-') ? div(exact(digits), power) : mul(exact(digits), power))
}

/** The value of a cell shown as a percentage: 0.125 formatted 0.0% is 12.5. */
export const percentOf = (value: number): ExactText => printExact(mul(exact(decimalOf(value)), hundred))

/**
 * The number that Excel may hold for an exact text, or undefined where it would lose digits: fractions, and decimals of
 * more than the 15 digits that Excel shows and keeps.
 */
export function numberFor(text: ExactText): number | undefined {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return undefined
  if (text.replace(/^-?[0.]*/, '').replace('.', '').length > 15) return undefined
  const value = Number(text)
  if (String(value) === text) return value
  return decimalOf(value) === printExact(exact(text)) ? value : undefined
}

/** A number format that shows a decimal with the places it is written with. */
export function formatFor(text: ExactText): string {
  const places = text.split('.')[1]?.length ?? 0
  return places === 0 ? '0' : `0.${'0'.repeat(places)}`
}
