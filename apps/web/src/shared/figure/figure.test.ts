import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPlaces } from './to-places.ts'

describe('figures shown with fewer places', () => {
  it.each([
    ['0.005', 2, '0.01'],
    ['0.0049', 2, '0.00'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['2/3', 2, '0.67'],
    ['-2/3', 0, '-1'],
    ['1/3', 0, '0'],
    ['99.995', 2, '100.00'],
    ['123456789012345678901234567890.5', 0, '123456789012345678901234567891'],
  ])('%s with %i places is %s', (exact, places, shown) => {
    expect(toPlaces(exact, places)).toBe(shown)
  })

  it('never moves a figure by more than half of its last place', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n), fc.nat(6), (top, bottom, places) => {
        const scale = 10n ** BigInt(places)
        const shown = BigInt(toPlaces(`${top}/${bottom}`, places).replace('.', ''))
        const off = shown * bottom - top * scale
        return (off < 0n ? -off : off) * 2n <= bottom
      }),
      { numRuns: 200 },
    )
  })
})
