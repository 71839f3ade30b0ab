import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printDecimal } from './exact.ts'
import { readQuantity } from './quantity.ts'

const read = (text: string, unit?: string) => {
  const result = readQuantity(text, unit === undefined ? {} : { unit })
  return result.ok ? result.value : result.error.code
}

describe('what people type', () => {
  test.each([
    ['１２．５０', '12.5'],
    ['１，２００', '1200'],
    ['1,234,567.80', '1234567.8'],
    ['－３', '-3'],
    ['−3', '-3'],
    ['负3', '-3'],
    ['-0', '0'],
    ['+5', '5'],
    ['　7 ', '7'],
    ['007', '7'],
  ])('%j is %s', (text, value) => expect(read(text)).toBe(value))

  test.each([
    ['', 'quantity.empty'],
    ['　', 'quantity.empty'],
    ['1e999', 'quantity.exponent'],
    ['１Ｅ５', 'quantity.exponent'],
    ['1.5e-3', 'quantity.exponent'],
    ['12,34', 'quantity.grouping'],
    ['1,2345', 'quantity.grouping'],
    ['9'.repeat(31), 'quantity.tooLong'],
    ['9'.repeat(5000), 'quantity.tooLong'],
    ['十二', 'quantity.notANumber'],
    ['=1+1', 'quantity.notANumber'],
    ['=cmd|calc', 'quantity.notANumber'],
    ['1/3', 'quantity.notANumber'],
    ['.5', 'quantity.notANumber'],
    ['5.', 'quantity.notANumber'],
    ['1 2', 'quantity.notANumber'],
    ['--1', 'quantity.notANumber'],
    ['Infinity', 'quantity.notANumber'],
    ['10%', 'quantity.percent'],
  ])('%j is refused: %s', (text, code) => expect(read(text)).toBe(code))

  test.each(['10%', '１０％', '10', '１０'])('%s where the unit is percent is 10', (text) =>
    expect(read(text, '%')).toBe('10'),
  )
})

test('full-width and grouped writing of a decimal is the decimal', () =>
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (n) => {
      const plain = printDecimal(n, 2)
      const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',')
      const wide = grouped.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
      expect(read(wide)).toBe(read(plain))
      expect(read(plain)).toMatch(/^-?\d/)
    }),
  ))
