import { printExact, ratio } from '@quanheng/domain/kernel/exact'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, formatFor, numberFor, percentOf } from './number.ts'

describe('numbers', () => {
  it.each([
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-12.5, '-12.5'],
    [-0, '0'],
    [1.005, '1.005'],
  ])('the xlsx number %d means %s', (value, text) => {
    expect(decimalOf(value)).toBe(text)
  })
  it('a percentage means a hundred times its number, exactly', () => {
    expect(percentOf(0.1234)).toBe('12.34')
    expect(percentOf(1.1)).toBe('110')
  })
  it.each([
    ['118250.50', 118250.5, '0.00'],
    ['10', 10, '0'],
    ['-0.26', -0.26, '0.00'],
    ['999999999999999', 999999999999999, '0'],
  ])('%s is written as a number and shown with its places', (text, value, format) => {
    expect(numberFor(text)).toBe(value)
    expect(formatFor(text)).toBe(format)
  })
  it.each(['1/3', '0.1234567890123456', '9007199254740993', '1e5', 'abc', ''])('%s is not', (text) => {
    expect(numberFor(text)).toBeUndefined()
  })
  it('every exact value survives writing, whether as number or text', () => {
    const decimals = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 12 }))
    fc.assert(
      fc.property(decimals, ([n, places]) => {
        const text = printExact(ratio(n, 10n ** BigInt(places)))
        const value = numberFor(text)
        if (value !== undefined) expect(decimalOf(value)).toBe(text)
        else expect(text.replace(/\D/g, '').length).toBeGreaterThan(15)
      }),
    )
  })
})
