import { Buffer } from 'node:buffer'
import { printExact, ratio } from '@quanheng/domain/kernel/exact'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownLimits, readZip } from '../zip/read.ts'
import type { TableColumn, TableValues } from './model.ts'
import { decimalOf, formatFor, numberFor, percentOf } from './number.ts'
import { readTable } from './read-table.ts'
import { writeTable } from './write-table.ts'

const columns: readonly TableColumn[] = [
  { key: 'unit', header: '考核对象', width: 24, kind: 'text', required: true, note: '填写单位全称。', maxLength: 60 },
  {
    key: 'group',
    header: '考核分组',
    width: 14,
    kind: 'choice',
    choices: ['经济管理类', '社会事业类（一）', '其他, 含"兼"'],
  },
  { key: 'actual', header: '实际完成', unit: '万元', width: 16, kind: 'quantity', required: true },
  { key: 'rate', header: '完成率', unit: '%', width: 12, kind: 'quantity' },
  { key: 'day', header: '完成日期', width: 14, kind: 'date' },
  { key: 'memo', header: '备注', width: 30, kind: 'text' },
]
const mark = { name: 'unit-figures', version: '3' }
const template = { ...mark, example: { unit: '市交通运输局', actual: '118250.5' } }

const written = (rows: readonly TableValues[]) => writeTable({ title: '指标数据填报表', columns, rows, template })

async function edited(
  change: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
  rows: readonly TableValues[] = [{ unit: '甲局', actual: '1' }],
) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await written(rows)).buffer as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  change(sheet, workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function values(bytes: Uint8Array) {
  const read = await readTable(bytes, columns, { template: mark })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.rows.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text]]))),
  )
}

async function refusals(bytes: Uint8Array) {
  const read = await readTable(bytes, columns, { template: mark })
  return read.ok ? [] : read.error.map(({ code, cell }) => (cell ? `${cell} ${code}` : code))
}

describe('numbers', () => {
  it.each([
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-12.5, '-12.5'],
    [-0, '0'],
    [1.005, '1.005'],
  ])('the xlsx number %d means %s', (value, text) => {
    expect(decimalOf(value)).toBe(text)
  })
  it('a percentage means a hundred times its number, exactly', () => {
    expect(percentOf(0.1234)).toBe('12.34')
    expect(percentOf(1.1)).toBe('110')
  })
  it.each([
    ['118250.50', 118250.5, '0.00'],
    ['10', 10, '0'],
    ['-0.26', -0.26, '0.00'],
    ['999999999999999', 999999999999999, '0'],
  ])('%s is written as a number and shown with its places', (text, value, format) => {
    expect(numberFor(text)).toBe(value)
    expect(formatFor(text)).toBe(format)
  })
  it.each(['1/3', '0.1234567890123456', '9007199254740993', '1e5', 'abc', ''])('%s is not', (text) => {
    expect(numberFor(text)).toBeUndefined()
  })
  it('every exact value survives writing, whether as number or text', () => {
    const decimals = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 12 }))
    fc.assert(
      fc.property(decimals, ([n, places]) => {
        const text = printExact(ratio(n, 10n ** BigInt(places)))
        const value = numberFor(text)
        if (value !== undefined) expect(decimalOf(value)).toBe(text)
        else expect(text.replace(/\D/g, '').length).toBeGreaterThan(15)
      }),
    )
  })
})

describe('a table out and in', () => {
  it('comes back as it went, rare characters, long decimals and fractions included', async () => {
    const rows = [
      {
        unit: '𠮷田区管委会、䶮湖街道、㛃山局',
        group: '社会事业类（一）',
        actual: '118250.5',
        rate: '97.42',
        day: '2024-12-31',
        memo: '第一行\n第二行',
      },
      { unit: '乙局', actual: '1/3', memo: '_x0041_ 原样' },
      { unit: '丙局', group: '其他, 含"兼"', actual: '0.123456789012345678', rate: '110', memo: '110101199001011234' },
    ]
    expect(await values(await written(rows))).toEqual(rows)
  })
  it('any text comes back, and no cell is a formula', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const clean = list
          .map((text) => text.normalize('NFC').trim())
          .filter((text) => text !== '' && !/[\p{Cc}\p{Cs}\p{Cn}]/u.test(text))
        fc.pre(clean.length > 0)
        const bytes = await written(clean.map((memo) => ({ unit: '甲局', actual: '1', memo })))
        const back = await values(bytes)
        expect(back.map(({ memo }) => memo)).toEqual(clean)
      }),
      { numRuns: 15 },
    )
  })
  it.each(["=cmd|'/C calc'!A0", '+1+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠1'])(
    '%j is text that no program takes for a formula',
    async (danger) => {
      const bytes = await written([{ unit: danger, actual: '1', memo: danger }])
      const parts = await readZip(bytes, ownLimits)
      const xml = (path: string) => Buffer.from(parts.find((part) => part.path === path)?.bytes ?? []).toString('utf8')
      for (const { path } of parts) if (path.startsWith('xl/worksheets/')) expect(xml(path)).not.toContain('<f>')
      const cell = /<c r="A3" s="(\d+)" t="s">/.exec(xml('xl/worksheets/sheet1.xml'))
      const formats = [...(/<cellXfs.*?<\/cellXfs>/s.exec(xml('xl/styles.xml'))?.[0] ?? '').matchAll(/<xf [^>]*>/g)]
      expect(formats[Number(cell?.[1])]?.[0]).toMatch(/quotePrefix="1" numFmtId="49"/)
      expect((await values(bytes))[0]?.memo).toBe(danger.trim())
    },
  )
  it('marks required columns, freezes the head, offers choices, and keeps the example off the data sheet', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await written([])).buffer as ArrayBuffer)
    const [sheet, guide, hidden] = workbook.worksheets
    expect(sheet?.getCell('A2').text).toBe('*考核对象')
    expect(sheet?.getCell('C2').text).toBe('*实际完成（万元）')
    expect(sheet?.getCell('F2').text).toBe('备注')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet?.getCell('B900').dataValidation?.formulae).toEqual(['_quanheng!$B$3:$B$5'])
    expect(hidden?.getCell('B5').text).toBe('其他, 含"兼"')
    expect(hidden?.state).toBe('veryHidden')
    expect(guide?.name).toBe('填写说明')
    expect(guide?.getCell('E2').text).toBe('市交通运输局')
    expect(sheet?.getCell('A3').text).toBe('')
  })
  it('gives the same bytes for the same table', async () => {
    const rows = [{ unit: '甲局', actual: '1', day: '2024-12-31' }]
    const first = await written(rows)
    await new Promise((done) => setTimeout(done, 1_100))
    expect(Buffer.compare(first, await written(rows))).toBe(0)
  })
})

describe('what people type', () => {
  it('full-width digits, group signs, dates of several forms, rich text and links are read', async () => {
    const bytes = await edited((sheet) => {
      sheet.getCell('A3').value = { richText: [{ text: '甲' }, { text: '局', font: { bold: true } }] }
      sheet.getCell('B3').value = '社会事业类(一)'
      sheet.getCell('C3').value = '１，２００．５０'
      sheet.getCell('D3').value = '１０％'
      sheet.getCell('E3').value = '２０２５年１月５日'
      sheet.getCell('F3').value = { text: 'a@city.example', hyperlink: 'mailto:a@city.example' }
      sheet.getCell('A4').value = '乙局'
      sheet.getCell('C4').value = 0.1 + 0.2
      sheet.getCell('D4').value = 0.125
      sheet.getCell('D4').numFmt = '0.0%'
      sheet.getCell('E4').value = new Date('2025-02-28T00:00:00Z')
      sheet.getCell('F4').value = 3.5
    })
    expect(await values(bytes)).toEqual([
      {
        unit: '甲局',
        group: '社会事业类（一）',
        actual: '1200.5',
        rate: '10',
        day: '2025-01-05',
        memo: 'a@city.example',
      },
      { unit: '乙局', actual: '0.30000000000000004', rate: '12.5', day: '2025-02-28', memo: '3.5' },
    ])
  })
  it('a row is where it stands, a blank line is skipped, a blank cell is missing', async () => {
    const bytes = await edited((sheet) => {
      sheet.getCell('A6').value = '丁局'
      sheet.getCell('C6').value = 0
    })
    const read = await readTable(bytes, columns, { template: mark })
    expect(read.ok && read.value.rows.map(({ row, cells }) => [row, cells.unit, cells.actual, cells.rate])).toEqual([
      [3, { cell: 'A3', text: '甲局' }, { cell: 'C3', text: '1' }, { cell: 'D3' }],
      [6, { cell: 'A6', text: '丁局' }, { cell: 'C6', text: '0' }, { cell: 'D6' }],
    ])
  })
  it('columns may move and others may be added, which is said', async () => {
    const bytes = await edited((sheet) => {
      sheet.spliceColumns(1, 0, ['', '本单位自用', '内部备注'])
    })
    const read = await readTable(bytes, columns, { template: mark })
    expect(read.ok && read.value.ignored).toEqual(['本单位自用'])
    expect(read.ok && read.value.rows[0]?.cells.unit).toEqual({ cell: 'B3', text: '甲局' })
  })
  const wrong: readonly (readonly [string, string, ExcelJS.CellValue, string])[] = [
    ['a formula', 'C3', { formula: '1+1', result: 2 }, 'C3 table.formula'],
    ['an error value', 'C3', { error: '#N/A' }, 'C3 table.errorValue'],
    ['1e999', 'C3', '1e999', 'C3 quantity.exponent'],
    ['words for a figure', 'C3', '约十个', 'C3 quantity.notANumber'],
    ['a percentage where none is measured', 'C3', '１０％', 'C3 quantity.percent'],
    ['wrong groups', 'C3', '1,23', 'C3 quantity.grouping'],
    ['a truth', 'C3', true, 'C3 table.isTruth'],
    ['a date for a figure', 'C3', new Date('2025-01-02T00:00:00Z'), 'C3 table.isDate'],
    ['nothing where it is required', 'C3', null, 'C3 table.required'],
    ['30 February', 'E3', '2025-02-30', 'E3 table.notDate'],
    ['a year for a date', 'E3', '2025', 'E3 table.notDate'],
    ['no such choice', 'B3', '经济类', 'B3 table.notChoice'],
    ['too long a text', 'A3', '𠮷'.repeat(61), 'A3 table.tooLong'],
    ['a code whose digits Excel dropped', 'F3', 110101199001011200, 'F3 table.digitsLost'],
  ]
  it.each(wrong)('%s is refused at its cell', async (_, at, value, refusal) => {
    const bytes = await edited((sheet) => {
      const cell = sheet.getCell(at)
      cell.value = value
      if (value instanceof Date) cell.numFmt = 'yyyy-mm-dd'
    })
    expect(await refusals(bytes)).toEqual([refusal])
  })
  it('a text of exactly the limit is taken, counted in characters', async () => {
    expect(await refusals(await written([{ unit: '𠮷'.repeat(60), actual: '1' }]))).toEqual([])
  })
  it('a percent format where none is measured, and merged cells', async () => {
    const bytes = await edited((sheet) => {
      sheet.getCell('C3').value = 0.5
      sheet.getCell('C3').numFmt = '0%'
      sheet.mergeCells('A3:A4')
      sheet.getCell('C4').value = 2
    })
    expect(await refusals(bytes)).toEqual(['A3 table.merged', 'C3 quantity.percent', 'A4 table.required'])
  })
  it('every wrong cell is listed, with sheet and column', async () => {
    const bytes = await edited((sheet) => {
      sheet.getCell('C3').value = 'x'
      sheet.getCell('E3').value = 'y'
      sheet.getCell('A5').value = '乙局'
    })
    const read = await readTable(bytes, columns, { template: mark })
    expect(read.ok ? [] : read.error).toMatchObject([
      {
        code: 'quantity.notANumber',
        sheet: '指标数据填报表',
        cell: 'C3',
        params: { text: 'x', column: '实际完成（万元）' },
      },
      { code: 'table.notDate', cell: 'E3', params: { text: 'y', column: '完成日期' } },
      { code: 'table.required', cell: 'C5', params: { column: '实际完成（万元）' } },
    ])
  })
})

describe('which template', () => {
  const asked = async (bytes: Uint8Array, expected: { name: string; version: string }) => {
    const read = await readTable(bytes, columns, { template: expected })
    return read.ok ? [] : read.error.map(({ code }) => code)
  }
  it('another name, another version, none', async () => {
    const bytes = await written([{ unit: '甲局', actual: '1' }])
    expect(await asked(bytes, { ...mark, name: 'people' })).toEqual(['table.otherTemplate'])
    expect(await asked(bytes, { ...mark, version: '4' })).toEqual(['table.otherVersion'])
    expect(await asked(await edited((_, workbook) => workbook.removeWorksheet('_quanheng')), mark)).toEqual([
      'table.noMarker',
    ])
    expect(await asked(bytes, mark)).toEqual([])
  })
  it('columns gone or twice', async () => {
    expect(await refusals(await edited((sheet) => sheet.spliceColumns(3, 1)))).toEqual(['table.columnMissing'])
    expect(await refusals(await edited((sheet) => (sheet.getCell('G2').value = '备注')))).toEqual(['table.columnTwice'])
  })
  it('no rows, too many rows', async () => {
    expect(await refusals(await written([]))).toEqual(['table.noRows'])
    const read = await readTable(
      await written([
        { unit: '甲', actual: '1' },
        { unit: '乙', actual: '1' },
      ]),
      columns,
      { maxRows: 1 },
    )
    expect(read.ok ? [] : read.error).toEqual([{ code: 'table.tooManyRows', params: { limit: '1' } }])
  })
})
