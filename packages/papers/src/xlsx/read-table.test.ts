import type ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { columns, edited, mark, refusals, values, written } from '../testing/table-samples.ts'
import { readTable } from './read-table.ts'

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
    ['a code whose digits Excel dropped', 'F3', 123456789012345600, 'F3 table.digitsLost'],
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
