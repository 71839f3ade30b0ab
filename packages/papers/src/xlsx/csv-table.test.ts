import { Buffer } from 'node:buffer'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from '../csv/gb18030.ts'
import { writeCsv } from '../csv/write-csv.ts'
import { columns, mark } from '../testing/table-samples.ts'
import { csvSheet } from './csv-grid.ts'
import { markErrors } from './mark-errors.ts'
import type { TableValues } from './model.ts'
import { readTable } from './read-table.ts'

const template = { ...mark, example: {} }
const rows: readonly TableValues[] = [
  {
    unit: '市𠮷田局, "本级"',
    group: '其他, 含"兼"',
    actual: '-118250.50',
    rate: '12.5',
    day: '2025-01-05',
    memo: '=1+1',
  },
  { unit: '㛃山局', actual: '0', memo: '两\n行' },
]
const read = (bytes: Uint8Array, pastFaults = false) => readTable(bytes, columns, { template: mark, pastFaults })
const values = async (bytes: Uint8Array) => {
  const table = await read(bytes)
  if (!table.ok) throw new Error(JSON.stringify(table.error))
  return table.value.rows.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text]]))),
  )
}
const faults = async (text: string | Uint8Array) => {
  const table = await read(typeof text === 'string' ? Buffer.from(text) : text)
  return table.ok ? [] : table.error.map(({ code, cell, params }) => ({ code, cell, params }))
}
const header = '*考核对象,考核分组,*实际完成（万元）,完成率（%）,完成日期,备注'

describe('a table as .csv', () => {
  it.each(['csv', 'gb18030'] as const)('comes back as it went out: %s', async (format) => {
    const bytes = await writeCsv({ title: '表', columns, rows, template }, format)
    expect(await values(bytes)).toEqual([
      { ...rows[0], actual: '-118250.5' },
      { ...rows[1], memo: '两\n行' },
    ])
  })

  it('of another system needs no stamp, only the columns; tabs and UTF-16 of Excel will do', async () => {
    const text = `${header.replaceAll(',', '\t')}\n甲局\t\t1\t\t2025/1/5\t`
    const same = [{ unit: '甲局', actual: '1', day: '2025-01-05' }]
    expect(await values(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(same)
    expect(await values(encodeGb18030(text))).toEqual(same)
  })

  it('stamped by another template or version is refused', async () => {
    expect(await faults(`权衡表,unit-figures,2\n${header}\n甲,,1`)).toMatchObject([{ code: 'table.otherVersion' }])
    expect(await faults(`权衡表,x,3\n${header}\n甲,,1`)).toMatchObject([{ code: 'table.otherTemplate' }])
  })

  it('names row and column of what is wrong', async () => {
    expect(await faults(`${header}\n甲,,1\n,无此组,12吨,,2025-02-30,`)).toMatchObject([
      { code: 'table.required', cell: 'A3' },
      { code: 'table.notChoice', cell: 'B3' },
      { code: 'quantity.notANumber', cell: 'C3' },
      { code: 'table.notDate', cell: 'E3' },
    ])
    expect(await faults(`${header}\n甲,,1,,,\n乙,,1,,,甲,乙`)).toEqual([
      { code: 'table.tooWide', cell: 'G3', params: { row: '3', place: '7', width: '6' } },
    ])
    expect(await faults(`${header}\n甲,,"1,,,\n`)).toEqual([
      { code: 'table.badQuote', cell: 'C2', params: { row: '2', place: '3' } },
    ])
    const broken = Buffer.concat([
      Buffer.from(`${header}\n甲局,,1,,,"备\n注"\n乙`),
      Buffer.from([0xff]),
      Buffer.from('局,,1'),
    ])
    expect(await faults(broken)).toEqual([
      { code: 'table.badBytes', cell: 'A3', params: { row: '3', place: '1', encoding: 'UTF-8' } },
    ])
  })

  it('with a code that a spreadsheet has already rounded is refused', async () => {
    expect(await faults(`${header}\n1.23457E+17,,1`)).toMatchObject([{ code: 'table.digitsLost', cell: 'A2' }])
  })

  it('comes back as a workbook with the wrong cells marked where they stood, which is read again once mended', async () => {
    const bytes = Buffer.from(`${header}\n甲局,经济管理类,1,,,\n=HYPERLINK(),无此组,2,,,`)
    const table = await read(bytes, true)
    if (!table.ok) throw new Error(JSON.stringify(table.error))
    expect(table.value.faults).toMatchObject([{ code: 'table.notChoice', sheet: csvSheet, cell: 'B3' }])
    const marks = [{ sheet: csvSheet, cell: 'B3', text: '请从下拉列表中选择。' }]
    const result = await markErrors(bytes, marks, { columns, template: mark })
    if (!result.ok) throw new Error('not marked')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(result.value.buffer as ArrayBuffer)
    const sheet = workbook.getWorksheet(csvSheet)
    expect(sheet?.getCell('B3').note).toBe('【需修改】请从下拉列表中选择。')
    expect(sheet?.getCell('A3').value).toBe('=HYPERLINK()')
    expect(sheet?.getCell('B2').dataValidation?.type).toBe('list')
    if (sheet) sheet.getCell('B3').value = '社会事业类（一）'
    expect(await values(new Uint8Array(await workbook.xlsx.writeBuffer()))).toMatchObject([
      { unit: '甲局' },
      { unit: '=HYPERLINK()', group: '社会事业类（一）' },
    ])
  })
})
