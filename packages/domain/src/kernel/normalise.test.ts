import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointLength, halfWidth, isWellFormed, normaliseCode, normaliseName, normaliseText } from './normalise.ts'

describe('normaliseName', () => {
  it.each(['𠮷田', '㛃', '䶮', '𬭚', '𫖯', '阿卜杜拉·买买提', '中国（辽宁）自由贸易试验区', '\u{30EDD}', '\u{2EBF0}'])(
    'keeps %s',
    (name) => {
      expect(normaliseName(name)).toBe(name)
    },
  )

  it.each([
    ['\u200B市财政局\uFEFF', '市财政局'],
    ['市财\u202E政局\u2066', '市财政局'],
    ['葛\u{E0100}某', '葛某'],
    ['  市 \u3000 财政局 ', '市 财政局'],
    ['市财政局\n（本级）', '市财政局 （本级）'],
    ['e\u0301', 'é'],
    ['\uF900', '豈'],
  ])('%j becomes %s', (raw, name) => {
    expect(normaliseName(raw)).toBe(name)
  })

  it('is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => normaliseName(normaliseName(raw)) === normaliseName(raw)),
    )
  })
})

describe('codes and quantities', () => {
  it.each([
    ['１２．５', '12.5'],
    ['９１３５\u200B０１００Ｍ', '91350100M'],
    [' 1 000 ', '1000'],
    ['－３％', '-3%'],
  ])('%s becomes %s', (raw, code) => {
    expect(normaliseCode(raw)).toBe(code)
  })

  it('leaves ideographs alone', () => {
    expect(halfWidth('（一）第１条')).toBe('(一)第1条')
  })
})

describe('text', () => {
  it('keeps what was written', () => {
    expect(normaliseText('一\r\n二\u200B\r三')).toBe('一\n二\u200B\n三')
  })

  it('counts code points', () => {
    expect(codePointLength('𠮷田')).toBe(2)
    expect(isWellFormed('𠮷')).toBe(true)
    expect(isWellFormed('\uD842')).toBe(false)
  })
})
