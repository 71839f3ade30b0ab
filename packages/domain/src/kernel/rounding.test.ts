import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact, printDecimal, printExact, ratio } from './exact.ts'
import { printRounded, round } from './rounding.ts'

const rounded = (text: string, mode: 'halfUp' | 'gb8170', places: number) =>
  printExact(round(exact(text), { mode, places }))

describe('GB/T 8170-2008', () => {
  test.each([
    ['12.1498', 0, '12'],
    ['12.1498', 1, '12.1'],
    ['10.5002', 0, '11'],
    ['1.050', 1, '1'],
    ['0.35', 1, '0.4'],
    ['-0.0365', 3, '-0.036'],
    ['8.53459', 2, '8.53'],
    ['15.4546', 0, '15'],
    ['2.665', 2, '2.66'],
    ['2.675', 2, '2.68'],
    ['-2.5', 0, '-2'],
  ])('%s to %i places is %s', (text, places, expected) => expect(rounded(text, 'gb8170', places)).toBe(expected))
})

describe('四舍五入', () => {
  test.each([
    ['2.665', 2, '2.67'],
    ['1.005', 2, '1.01'],
    ['-2.665', 2, '-2.67'],
    ['89.995', 2, '90'],
    ['89.9949999', 2, '89.99'],
    ['10/3', 2, '3.33'],
    ['20/3', 2, '6.67'],
  ])('%s to %i places is %s', (text, places, expected) => expect(rounded(text, 'halfUp', places)).toBe(expected))
})

test('a published figure keeps its places and never reads -0', () => {
  expect(printRounded(exact('90'), { mode: 'halfUp', places: 2 })).toBe('90.00')
  expect(printRounded(exact('-0.001'), { mode: 'halfUp', places: 2 })).toBe('0.00')
  expect(printRounded(exact('0.5'), { mode: 'halfUp', places: 0 })).toBe('1')
})

const values = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
  .map(([n, places]) => printDecimal(n, places))

test('both ways agree with decimal.js on every decimal, halves included', () =>
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 4 }), (text, places) => {
      const theirs = (mode: Decimal.Rounding) => new Decimal(text).toDecimalPlaces(places, mode).plus(0).toFixed()
      expect(rounded(text, 'halfUp', places)).toBe(theirs(Decimal.ROUND_HALF_UP).replace(/^-0$/, '0'))
      expect(rounded(text, 'gb8170', places)).toBe(theirs(Decimal.ROUND_HALF_EVEN).replace(/^-0$/, '0'))
    }),
    { numRuns: 500 },
  ))

test('rounding once is rounding for good, and never moves more than half a unit', () =>
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), fc.constantFrom('halfUp', 'gb8170'), (n, d, mode) => {
      const rounding = { mode, places: 2 } as const
      const a = ratio(n, d)
      const once = round(a, rounding)
      expect(round(once, rounding)).toEqual(once)
      const gap = once.n * a.d - a.n * once.d
      expect((gap < 0n ? -gap : gap) * 200n <= once.d * a.d).toBe(true)
    }),
  ))
