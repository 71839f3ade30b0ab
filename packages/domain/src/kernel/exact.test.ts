import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as E from './exact.ts'

const any = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.boolean())
  .map(([n, d, minus]) => E.ratio(n, minus ? -d : d))
const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 8 }))
  .map(([n, places]) => E.printDecimal(n, places))

describe('text', () => {
  test.each([
    ['1.10', '1.1'],
    ['-0', '0'],
    ['-0.50', '-0.5'],
    ['0010', '10'],
    ['2/6', '1/3'],
    ['-4/2', '-2'],
    ['1/8', '0.125'],
    ['1/3', '1/3'],
    ['100', '100'],
  ])('%s is %s', (text, canonical) => expect(E.printExact(E.exact(text))).toBe(canonical))

  test.each(['', '.5', '5.', '1e3', '+1', '1/0', '1/-2', '１', ' 1', '1 ', '0x1', 'NaN', 'Infinity', '1.2.3', '--1'])(
    '%j is refused',
    (text) => expect(E.parseExact(text)).toMatchObject({ ok: false, error: { code: 'exact.malformed' } }),
  )

  test('what people enter is bounded in length, what was computed is not', () => {
    expect(E.parseExact('9'.repeat(401))).toMatchObject({ ok: false, error: { code: 'exact.tooLong' } })
    expect(E.printExact(E.exact('9'.repeat(401)))).toBe('9'.repeat(401))
  })

  test('a value is read back from its one text', () =>
    fc.assert(
      fc.property(any, (a) => {
        expect(E.exact(E.printExact(a))).toEqual(a)
      }),
    ))
})

describe('a field with an order', () => {
  test('laws', () =>
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(E.add(a, b)).toEqual(E.add(b, a))
        expect(E.mul(a, E.add(b, c))).toEqual(E.add(E.mul(a, b), E.mul(a, c)))
        expect(E.add(E.sub(a, b), b)).toEqual(a)
        if (E.sign(b) !== 0) expect(E.mul(E.div(a, b), b)).toEqual(a)
        expect(E.compare(a, b)).toBe(E.sign(E.sub(a, b)))
        expect(E.compare(E.floor(a), a)).not.toBe(1)
        expect(E.compare(a, E.add(E.floor(a), E.one))).toBe(-1)
        expect([a, b]).toContainEqual(E.max(a, b))
        expect(E.add(E.min(a, b), E.max(a, b))).toEqual(E.add(a, b))
      }),
    ))

  test('equal values are equal records, zero included', () => {
    expect(E.div(E.zero, E.whole(-5))).toEqual(E.zero)
    expect(E.ratio(-2n, -4n)).toEqual({ n: 1n, d: 2n })
  })

  test('zero divides nothing', () => expect(() => E.div(E.one, E.zero)).toThrow(RangeError))

  test('floor and ceil of negatives', () => {
    expect(E.printExact(E.floor(E.exact('-0.5')))).toBe('-1')
    expect(E.printExact(E.ceil(E.exact('-0.5')))).toBe('0')
    expect(E.printExact(E.floor(E.exact('-3')))).toBe('-3')
  })
})

describe('against decimal.js', () => {
  const D = Decimal.clone({ precision: 80, toExpNeg: -1000, toExpPos: 1000 })
  test('sums, products and order of decimals agree to the last digit', () =>
    fc.assert(
      fc.property(decimalText, decimalText, (x, y) => {
        const [a, b] = [E.exact(x), E.exact(y)]
        const [p, q] = [new D(x), new D(y)]
        expect(E.printExact(E.add(a, b))).toBe(p.plus(q).toString().replace(/^-0$/, '0'))
        expect(E.printExact(E.mul(a, b))).toBe(p.times(q).toString().replace(/^-0$/, '0'))
        expect(E.compare(a, b)).toBe(p.comparedTo(q))
      }),
      { numRuns: 500 },
    ))

  test('quotients agree to 60 digits', () =>
    fc.assert(
      fc.property(decimalText, decimalText, (x, y) => {
        fc.pre(E.sign(E.exact(y)) !== 0)
        const { n, d } = E.div(E.exact(x), E.exact(y))
        const ours = new D(n.toString()).div(d.toString()).toSignificantDigits(60)
        expect(ours.toString()).toBe(new D(x).div(y).toSignificantDigits(60).toString())
      }),
      { numRuns: 500 },
    ))
})
