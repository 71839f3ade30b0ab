import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { TableColumn, TableValues } from '../xlsx/model.ts'

/** A year's scores as offices calculate with them: a line a unit, a column an indicator. */
export const columns: readonly TableColumn[] = Array.from({ length: 60 }, (_, at) => ({
  key: `c${at}`,
  header: at === 0 ? '考核对象' : `指标${at}得分`,
  width: at === 0 ? 24 : 10,
  kind: at === 0 ? 'text' : 'quantity',
}))

export const rows: readonly TableValues[] = Array.from({ length: 3_000 }, (_, unit) =>
  Object.fromEntries(
    columns.map(({ key }, at) => [key, at === 0 ? `云岭市第${unit + 1}考核单位` : `${at % 10}.${(unit * at) % 97}`]),
  ),
)

const plainRow = (row: TableValues): (string | number)[] =>
  columns.map(({ key, kind }) => (kind === 'text' ? (row[key] ?? '') : Number(row[key])))

/** The same cells by the library alone: no styles, no heights, no guards, no second look. */
export const inMemory = async (): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('得分')
  sheet.addRow(columns.map(({ header }) => header))
  for (const row of rows) sheet.addRow(plainRow(row))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The same by the library's stream writer. */
export const byStream = async (): Promise<Uint8Array> => {
  const stream = new PassThrough()
  const whole = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
  const sheet = workbook.addWorksheet('得分')
  sheet.addRow(columns.map(({ header }) => header)).commit()
  for (const row of rows) sheet.addRow(plainRow(row)).commit()
  await workbook.commit()
  return new Uint8Array(await whole)
}
