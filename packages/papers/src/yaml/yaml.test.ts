import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Doc } from '../plan-file/form.ts'
import { readYaml, writeYaml } from './yaml.ts'

const docOf = (text: string): unknown => {
  const read = readYaml(text)
  return read.ok ? read.value.doc : read.error.map(({ code, line }) => `${code} ${line}`)
}

test('every scalar is its source text, a blank one is empty', () => {
  expect(docOf('a: 1.10\nb: no\nc: 2025-01-10\nd:\ne: ~\nf: "1"\ng: 0x1F\nh: |\n  两行\n  文字\n')).toEqual({
    a: '1.10',
    b: 'no',
    c: '2025-01-10',
    d: '',
    e: '~',
    f: '1',
    g: '0x1F',
    h: '两行\n文字\n',
  })
})

test.each([
  ['a: &x 1\nb: *x', ['yaml.form 1', 'yaml.form 2']],
  ['a: !!js/function "x"', ['yaml.form 1']],
  ['a: !own 1', ['yaml.form 1']],
  ['? [a]\n: 1', ['yaml.form 1']],
  ['a: 1\nb: 2\na: 3', ['yaml.keyTwice 3']],
  ['a: [1\nb: 2', ['yaml.syntax 2']],
  [`${'['.repeat(40)}${']'.repeat(40)}`, ['yaml.tooDeep 1']],
])('what a plan never needs is refused by its line: %j', (text, faults) => {
  expect(docOf(text)).toEqual(faults)
})

test('a value, and what is missing below it, has the line on which it begins', () => {
  const read = readYaml('a:\n  - b: 1\n    c: 2\n  - d: 3\n')
  if (!read.ok) throw new Error('not read')
  const { lineOf } = read.value
  expect([lineOf([]), lineOf(['a', 0, 'c']), lineOf(['a', 1]), lineOf(['a', 1, 'e', 'f']), lineOf(['z'])]).toEqual([
    1, 3, 4, 4, 1,
  ])
})

const doc = fc.letrec<{ doc: Doc }>((tie) => ({
  doc: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('doc'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('doc'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).doc

test('what is written is read back', () => {
  fc.assert(
    fc.property(doc, (any) => {
      expect(docOf(writeYaml(any))).toEqual(any)
    }),
  )
})
