import { describe, expect, it } from 'vitest'
import { formLinkCode, linkCodeBytes, readLinkCode } from './link-code.ts'

const bytes = (fill: number) => new Uint8Array(linkCodeBytes).fill(fill)

describe('设置码', () => {
  it('四组，每组四个不易认错的字符', () => {
    expect(formLinkCode(bytes(0))).toBe('0000-0000-0000-0000')
    expect(formLinkCode(bytes(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ')
    expect(formLinkCode(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toBe('0410-6105-0R3G-G28A')
    expect(() => formLinkCode(new Uint8Array(9))).toThrow(RangeError)
  })
  it.each([
    ['0410-6105-0R3G-G28A', '0410-6105-0R3G-G28A'],
    ['04106105or3gg28a', '0410-6105-0R3G-G28A'],
    [' ０４１０ ６１０５ ０Ｒ３Ｇ Ｇ２８Ａ ', '0410-6105-0R3G-G28A'],
    ['O4IO-6lO5-0r3g-g28a', '0410-6105-0R3G-G28A'],
    ['0410-6105-0R3G-G28', null],
    ['0410-6105-0R3G-G28U', null],
    ['', null],
  ])('%s', (typed, code) => {
    expect(readLinkCode(typed)).toBe(code)
  })
})
