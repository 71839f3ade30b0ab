import type { Basis } from '@quanheng/domain/kernel/basis'
import fc from 'fast-check'

/** What people and machines write, blanks, signs of YAML and texts of several lines among it. */
export const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    '~',
    'null',
    'yes',
    '1.10',
    '默认',
    '无',
    '- a: b',
    '#x',
    '第一行\n第二行\n',
    ' 前后 ',
    '被考核单位',
  ),
)
export const figure = fc.constantFrom('0', '10', '1.5', '-3', '1/3', '')
export const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
export const id = fc.constantFrom('u1', 'u2', 'u3', 's1', 's2', 'p1')
export const count = fc.nat(1000)
export const rows = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 })

export const basis: fc.Arbitrary<Basis> = fc.oneof(
  fc.record(
    { kind: fc.constant('clause' as const), article: words, document: words, text: words },
    { requiredKeys: ['kind', 'article'] },
  ),
  fc.record({ kind: fc.constant('interpretation' as const), by: words, on: words, reason: words }),
  fc.constant({ kind: 'default' } as const),
)
