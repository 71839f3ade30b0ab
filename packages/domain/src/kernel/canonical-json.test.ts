import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

const text = fc.string({ unit: 'binary' })
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
})).value

/** The same data with every object's members entered in the opposite order. */
const reversed = (data: unknown): unknown => {
  if (Array.isArray(data)) return data.map(reversed)
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(
    Object.entries(data)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

describe('canonicalJson', () => {
  it('orders members by UTF-16 code units, as the example of RFC 8785 §3.2.3', () => {
    const members = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const found = [...canonicalJson(members).matchAll(/:"([^"]*)"/g)].map((match) => match[1])
    expect(found).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it('escapes as RFC 8785 §3.2.2.2: the short forms, lower-case \\u00xx, and nothing else', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
  })

  it('keeps Chinese text and rare characters as they are', () => {
    expect(canonicalJson({ 名称: '𠮷㛃', 分值: '8.50' })).toBe('{"分值":"8.50","名称":"𠮷㛃"}')
  })

  it('writes nested data without white space', () => {
    expect(canonicalJson({ b: [1, true, null, {}], a: [] })).toBe('{"a":[],"b":[1,true,null,{}]}')
  })

  it('gives the same data back', () => {
    fc.assert(
      fc.property(value, (data) => {
        expect(JSON.parse(canonicalJson(data))).toEqual(JSON.parse(JSON.stringify(data)))
      }),
    )
  })

  it('does not depend on the order in which members were entered', () => {
    fc.assert(
      fc.property(value, (data) => {
        expect(canonicalJson(reversed(data))).toBe(canonicalJson(data))
      }),
    )
  })

  it('changes nothing that is already canonical', () => {
    fc.assert(
      fc.property(value, (data) => {
        expect(canonicalJson(JSON.parse(canonicalJson(data)))).toBe(canonicalJson(data))
      }),
    )
  })

  it.each([
    ['a fraction', { tasks: [{ target: 1.5 }] }, '$.tasks[0].target is the number 1.5'],
    ['an unsafe integer', { n: 2 ** 53 }, '$.n is the number 9007199254740992'],
    ['NaN', [Number.NaN], '$[0] is the number NaN'],
    ['infinity', Number.POSITIVE_INFINITY, '$ is the number Infinity'],
    ['undefined', { a: { b: undefined } }, '$.a.b is undefined'],
    ['a hole', new Array(2), '$[0] is undefined'],
    ['a bigint', { n: 1n }, '$.n is bigint'],
    ['a function', { f: () => 1 }, '$.f is function'],
    ['a symbol', [Symbol('s')], '$[0] is symbol'],
    ['a date', { at: new Date(0) }, '$.at is an instance of a class'],
    ['a map', new Map(), '$ is an instance of a class'],
    ['bytes', { b: new Uint8Array(1) }, '$.b is an instance of a class'],
    ['a lone high surrogate', ['\ud842'], '$[0] is text with a lone surrogate'],
    ['a lone low surrogate', ['吉\udfb7'], '$[0] is text with a lone surrogate'],
    ['a lone surrogate in a key', { '\udfb7': 1 }, 'is text with a lone surrogate'],
  ])('refuses %s and names its path', (_, data, message) => {
    expect(() => canonicalJson(data)).toThrow(TypeError)
    expect(() => canonicalJson(data)).toThrow(message)
  })
})
