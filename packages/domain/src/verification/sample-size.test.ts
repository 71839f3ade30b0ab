import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shareFound, sizeToFind } from './sample-size.ts'

it.each([
  [20, [19, 19, 19, 16, 10]],
  [50, [48, 48, 31, 22, 12]],
  [100, [95, 78, 45, 25, 13]],
  [300, [189, 117, 54, 28, 14]],
  [1000, [258, 138, 57, 29, 14]],
])('of %i units the published sizes for 1, 2, 5, 10 and 20 %%', (population, sizes) => {
  expect([1, 2, 5, 10, 20].map((percent) => sizeToFind(population, percent))).toEqual(sizes)
})

it('is the fewest: one less misses more often than one time in twenty', () => {
  /** C(n, k) as a number, for lists this small without rounding that could matter. */
  const chooses = (n: number, k: number): number => {
    let value = 1
    for (let i = 0; i < k; i++) value = (value * (n - i)) / (i + 1)
    return value
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 100 }), (population, percent) => {
      const bad = Math.ceil((population * percent) / 100)
      const missing = (size: number) => chooses(population - bad, size) / chooses(population, size)
      const size = sizeToFind(population, percent)
      expect(missing(size)).toBeLessThanOrEqual(0.05 + 1e-12)
      if (size > 1) expect(missing(size - 1)).toBeGreaterThan(0.05 - 1e-12)
    }),
  )
})

it('says what a size finds, and that too small a one finds nothing surely', () => {
  expect(shareFound(100, 45)).toBe(5)
  expect(shareFound(100, 44)).toBe(6)
  expect(shareFound(100, 100)).toBe(1)
  expect(shareFound(3, 1)).toBe(67)
  expect(shareFound(40, 0)).toBeUndefined()
  expect(() => sizeToFind(0, 5)).toThrow(RangeError)
})
