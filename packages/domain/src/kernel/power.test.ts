import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exact, printExact, ratio } from './exact.ts'
import { power } from './power.ts'

const at = (base: string, exponent: string, places = 6) =>
  printExact(power(exact(base), exact(exponent), { mode: 'halfUp', places }))

test.each([
  ['0.6', '0', '1'],
  ['0.6', '1', '0.6'],
  ['0.6', '1/2', '0.774597'],
  ['0.6', '1/4', '0.880112'],
  ['0.6', '-1/2', '1.290994'],
  ['0.5', '1/3', '0.793701'],
  ['1', '1/7', '1'],
])('%s ^ %s = %s', (base, exponent, expected) => expect(at(base, exponent)).toBe(expected))

test('a rational root that lies on a rounding boundary is rounded as such', () => {
  expect(at('0.25', '1/2', 0)).toBe('1')
  expect(at('0.2025', '1/2', 1)).toBe('0.5')
})

test('thirty places of the square root of 0.6', () =>
  expect(at('0.6', '1/2', 30)).toBe('0.774596669241483377035853079956'))

test('a value of many digits is as exact behind its point as a small one', () => {
  expect(at('0.05', '-79/2', 6)).toBe('2458582741758581911796523402645803326351219713164459.584104')
  expect(at('0.001', '-167/10', 6)).toBe('125892541179416721042395410639580060609361740946693.106911')
  expect(at('0.6', '-13/4', 6)).toBe('5.260275')
})

test('the rounded root is within half a unit of the true one: raised back, it encloses the base', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 2, max: 7 }), (percent, root) => {
      const scale = 10n ** 8n
      const root8 = power(ratio(BigInt(percent), 100n), ratio(1n, BigInt(root)), { mode: 'halfUp', places: 8 })
      const twice = (2n * root8.n * scale) / root8.d
      const target = BigInt(percent) * (2n * scale) ** BigInt(root)
      expect((twice - 1n) ** BigInt(root) * 100n <= target && target <= (twice + 1n) ** BigInt(root) * 100n).toBe(true)
    }),
    { numRuns: 100 },
  )
})
