import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'

test('cells, quoted ones with commas, quotes and stops, by the line on which their row begins', () => {
  expect(readCsv('\ufeff单位,数\r\n"甲,乙","他说""好"""\r\n\r\n"两\n行",3\r\n丁,4')).toEqual([
    { line: 1, cells: ['单位', '数'] },
    { line: 2, cells: ['甲,乙', '他说"好"'] },
    { line: 4, cells: ['两\n行', '3'] },
    { line: 6, cells: ['丁', '4'] },
  ])
})

test.each([
  ['', []],
  ['\n\n', []],
  ['a', [{ line: 1, cells: ['a'] }]],
  ['a,\n', [{ line: 1, cells: ['a', ''] }]],
])('%j is %j', (text, rows) => expect(readCsv(text)).toEqual(rows))

test.each(['"a', 'a,"b\nc', '"a"b'])('a quotation mark out of place is refused: %j', (text) => {
  expect(readCsv(text)).toBeUndefined()
})

test('a written table is read back', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.trim())
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 5 }), (table) => {
      const text = table.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n')
      expect(readCsv(text)?.map(({ cells }) => cells)).toEqual(table.filter((row) => row.some((each) => each !== '')))
    }),
  )
})
