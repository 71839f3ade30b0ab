import ExcelJS from 'exceljs'
import type { TableColumn, TableValues } from '../xlsx/model.ts'
import { readTable } from '../xlsx/read-table.ts'
import { writeTable } from '../xlsx/write-table.ts'

export const columns: readonly TableColumn[] = [
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
export const mark = { name: 'unit-figures', version: '3' }
const template = { ...mark, example: { unit: '市交通运输局', actual: '118250.5' } }

export const written = (rows: readonly TableValues[]) =>
  writeTable({ title: '指标数据填报表', columns, rows, template })

export async function edited(
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

export async function values(bytes: Uint8Array) {
  const read = await readTable(bytes, columns, { template: mark })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.rows.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text]]))),
  )
}

export async function refusals(bytes: Uint8Array) {
  const read = await readTable(bytes, columns, { template: mark })
  return read.ok ? [] : read.error.map(({ code, cell }) => (cell ? `${cell} ${code}` : code))
}
