import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf, fromHex, hex, utf8 } from './digest.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

describe('utf8', () => {
  it('agrees with the platform on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8(text)).toEqual(new TextEncoder().encode(text))
      }),
    )
  })

  it.each([
    '\u007f',
    '\u0080',
    '\u07ff',
    '\u0800',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '\u{10000}',
    '\u{10ffff}',
    '𠮷㛃䶮绩',
  ])('encodes the edges of each length: %j', (text) => expect(hex(utf8(text))).toBe(Buffer.from(text).toString('hex')))

  it.each(['\ud842', 'a\udfb7', '\ud842\ud842\udfb7'])(
    'refuses a lone surrogate, where the platform would put U+FFFD',
    (text) => expect(() => utf8(text)).toThrow(TypeError),
  )
})

describe('hex', () => {
  it('is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromHex(hex(bytes))).toEqual(bytes)
      }),
    )
  })

  it.each(['0', 'AB', 'zz', ' 00', '00\n'])('refuses %j', (text) => expect(() => fromHex(text)).toThrow(TypeError))
})

describe('digestOf', () => {
  it('hashes the canonical UTF-8 text', () => {
    expect(digestOf(sha256, { b: '绩', a: 1 })).toBe(createHash('sha256').update('{"a":1,"b":"绩"}').digest('hex'))
  })
})
