import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from '../xlsx/read-table.ts'
import { delimiterOf, readCsv as read } from './csv.ts'
import { decodeText } from './decode.ts'
import { encodeGb18030 } from './gb18030.ts'
import { type CsvFormat, csvPieces } from './write-csv.ts'

const readCsv = (text: string) => {
  const rows = read(text)
  return rows.ok ? rows.value.map(({ line, cells }) => ({ line, cells })) : undefined
}

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

test('a quotation mark out of place is told by row and column, as Excel numbers them', () => {
  expect(read('a,b\n\n"x\ny",z\n1,2"3')).toEqual({ ok: false, error: { row: 4, column: 2 } })
})

test('tabs and semicolons separate too, where the header says so; a comma in quotes does not count', () => {
  expect(delimiterOf('单位\t数\n"甲,,,乙"\t1')).toBe('\t')
  expect(delimiterOf('单位;数\n甲,乙;1')).toBe(';')
  expect(delimiterOf('只有一列')).toBe(',')
  expect(read('甲\t"乙\t丙"', '\t')).toMatchObject({ ok: true, value: [{ cells: ['甲', '乙\t丙'] }] })
})

const hostile = fc.string({ unit: fc.constantFrom(...`=+-@＝＋－＠'",;\t|!A1甲𠮷`), maxLength: 10 })

test('what is written is read back to the letter, in both encodings, and no cell begins as a formula', async () => {
  const columns = [
    { key: 'a', header: '甲', width: 9, kind: 'text' },
    { key: 'b', header: '乙, "丙"', width: 9, kind: 'text' },
  ] as const
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('csv', 'gb18030'), hostile, hostile, async (format, one, two) => {
      const [a, b] = [one.trim(), two.trim()]
      const pieces = csvPieces({ columns }, [{ a, b }, { a: 'end' }], format as CsvFormat)
      const bytes = new Uint8Array(await buffer(Readable.from(pieces)))
      const decoded = decodeText(bytes)
      const rows = decoded.ok ? read(decoded.value.text) : decoded
      for (const { cells } of rows.ok ? rows.value : [])
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/)
      const back = await readTable(bytes, columns)
      expect(back.ok && back.value.rows.map(({ cells }) => [cells.a?.text ?? '', cells.b?.text ?? ''])).toEqual(
        a === '' && b === ''
          ? [['end', '']]
          : [
              [a, b],
              ['end', ''],
            ],
      )
    }),
  )
})

test('every assigned character survives GB 18030, and what it has no code for is marked as such', () => {
  const all = Array.from({ length: 0x11_0000 }, (_, point) => String.fromCodePoint(point))
  const text = all.filter((sign) => !/[\p{Surrogate}\p{Private_Use}]/u.test(sign)).join('')
  expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(text)) === text).toBe(true)
  expect(new TextDecoder('gb18030').decode(encodeGb18030('a\ue5e5\ud800b'))).toBe('a\ufffd\ufffdb')
})

test('codes of the standard: two bytes, one that moved in 2022, four bytes, four bytes of the other planes', () => {
  const hex = (text: string) => Buffer.from(encodeGb18030(text)).toString('hex')
  const codes = ['d6d0', 'a2e3', 'a6d9', 'fe9f', '8230b731', '9534b235']
  expect(['中', '€', '︐', '䶮', '㛃', '𠮷'].map(hex)).toEqual(codes)
})

test('encodings are found out: with a mark, without, UTF-16 of Excel, and GB 18030', () => {
  const text = '单位,数\n市交通运输局,1'
  const of = (bytes: Uint8Array) => decodeText(bytes)
  expect(of(Buffer.from(text))).toEqual({ ok: true, value: { text, encoding: 'UTF-8' } })
  expect(of(Buffer.from(`\ufeff${text}`))).toMatchObject({ ok: true, value: { encoding: 'UTF-8' } })
  expect(of(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({ ok: true, value: { text, encoding: 'UTF-16' } })
  expect(of(encodeGb18030(text))).toEqual({ ok: true, value: { text, encoding: 'GB 18030' } })
})

test('a damaged byte is not read as another encoding: the text before it is told', () => {
  const utf8 = Buffer.from('单位,数\n市交通运输局,1\n市财政局,2')
  const at = utf8.indexOf('财')
  utf8[at] = 0xff
  expect(decodeText(utf8)).toEqual({
    ok: false,
    error: { kind: 'broken', encoding: 'UTF-8', before: '单位,数\n市交通运输局,1\n市' },
  })
  const gb = Buffer.concat([encodeGb18030('单位,数\n市'), Buffer.from([0xff]), encodeGb18030('局,2')])
  expect(decodeText(gb)).toMatchObject({ ok: false, error: { encoding: 'GB 18030', before: '单位,数\n市' } })
  expect(decodeText(Buffer.from([1, 2, 3, 0]))).toEqual({ ok: false, error: { kind: 'notText' } })
})
