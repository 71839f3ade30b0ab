import { Buffer } from 'node:buffer'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { ownLimits, readZip } from '../zip/read.ts'
import { markErrors } from './mark-errors.ts'
import type { TableColumn } from './model.ts'
import { readTable } from './read-table.ts'
import { writeTable } from './write-table.ts'

const columns: readonly TableColumn[] = [
  { key: 'unit', header: '考核对象', width: 20, kind: 'text', required: true, note: '填写全称。' },
  { key: 'kind', header: '类别', width: 20, kind: 'choice', choices: ['甲', '乙'] },
  { key: 'actual', header: '实际完成', width: 20, kind: 'quantity' },
]
const mark = { name: 't', version: '1' }
const form = { columns, template: mark }
const sheet = '数据表'
const original = await writeTable({
  title: sheet,
  columns,
  rows: [
    { unit: '甲局', kind: '甲', actual: '12.50' },
    { unit: '𠮷局', actual: 'x', kind: '乙' },
  ],
  template: { ...mark, example: {} },
})

async function marked(bytes: Uint8Array, marks: Parameters<typeof markErrors>[1]) {
  const result = await markErrors(bytes, marks, form)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(result.value.buffer as ArrayBuffer)
  const found = workbook.getWorksheet(sheet)
  if (!found) throw new Error('no sheet')
  const note = (cell: string) => {
    const each = found.getCell(cell).note as ExcelJS.Cell['note'] | undefined
    return typeof each === 'string' ? each : each?.texts?.map(({ text }) => text).join('')
  }
  const pink = (cell: string) =>
    (found.getCell(cell).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb === 'FFFFC7CE'
  return { bytes: result.value, found, note, pink }
}

describe('markErrors', () => {
  it('colours and notes the wrong cell, and it alone', async () => {
    const { note, pink, found } = await marked(original, [{ sheet, cell: 'C4', text: '“x”不是数字。请填写数字。' }])
    expect(note('C4')).toBe('【需修改】“x”不是数字。请填写数字。')
    expect(['A3', 'B3', 'C3', 'A4', 'B4', 'C4', 'C5'].filter(pink)).toEqual(['C4'])
    expect(note('A2')).toBe('填写全称。')
    expect(found.getCell('C3').value).toBe(12.5)
    expect(found.getCell('C3').numFmt).toBe('0.00')
    expect(found.getCell('A4').value).toBe('𠮷局')
  })
  it('keeps dropdowns, print titles and the hidden marker, so that the file can be sent in again', async () => {
    const { bytes } = await marked(original, [{ sheet, cell: 'C4', text: '请修改' }])
    const parts = new Map(
      (await readZip(bytes, ownLimits)).map((part) => [part.path, Buffer.from(part.bytes).toString('utf8')]),
    )
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<formula1>_quanheng!$B$3:$B$4</formula1>')
    expect(parts.get('xl/worksheets/sheet1.xml')?.indexOf('<dataValidations')).toBeLessThan(
      parts.get('xl/worksheets/sheet1.xml')?.indexOf('<pageSetup') ?? 0,
    )
    expect(parts.get('xl/workbook.xml')).toContain('_xlnm.Print_Titles')
    const read = await readTable(bytes, columns, { template: mark })
    expect(read.ok ? [] : read.error.map(({ code, cell }) => `${cell} ${code}`)).toEqual(['C4 quantity.notANumber'])
  })
  it('takes marks of an earlier round away', async () => {
    const first = await marked(original, [
      { sheet, cell: 'C4', text: '一' },
      { sheet, cell: 'B3', text: '二' },
    ])
    const second = await marked(first.bytes, [{ sheet, cell: 'B3', text: '三' }])
    expect(second.note('C4')).toBeUndefined()
    expect(second.pink('C4')).toBe(false)
    expect(second.note('B3')).toBe('【需修改】三')
    expect(second.note('A2')).toBe('填写全称。')
  })
  it('leaves out sheets and cells that cannot be', async () => {
    const { found, note } = await marked(original, [
      { sheet: '没有', cell: 'A1', text: '一' },
      { sheet, cell: 'A0', text: '二' },
      { sheet, cell: '__proto__', text: '三' },
      { sheet, cell: 'E9', text: '四\u0000' },
    ])
    expect(note('E9')).toBe('【需修改】四')
    expect(found.getCell('A1').note).toBeUndefined()
  })
  it('is the same bytes for the same marks', async () => {
    const [a, b] = [
      await markErrors(original, [{ sheet, cell: 'C4', text: '一' }], form),
      await markErrors(original, [{ sheet, cell: 'C4', text: '一' }], form),
    ]
    expect(a.ok && b.ok && Buffer.compare(a.value, b.value)).toBe(0)
  })
  it('refuses what is no workbook', async () => {
    expect(await markErrors(Buffer.from('abc'), [], form)).toEqual({ ok: false, error: [{ code: 'table.notXlsx' }] })
  })
})
