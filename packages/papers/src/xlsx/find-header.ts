import { halfWidth } from '@quanheng/domain/kernel/normalise'
import type ExcelJS from 'exceljs'
import type { TableError } from './codes.ts'
import { headerText, type TableColumn } from './model.ts'

/** Headers compare without marks, spaces and widths: people retype them. */
const comparable = (text: string): string => halfWidth(text).replace(/[*\s]/g, '')

export interface Header {
  readonly sheet: ExcelJS.Worksheet
  readonly row: number
  /** Column numbers by key; two where the header stands twice. */
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly ignored: readonly string[]
}

function headerAt(sheet: ExcelJS.Worksheet, row: number, columns: readonly TableColumn[]): Header {
  const places = new Map<string, number[]>()
  const ignored: string[] = []
  sheet.getRow(row).eachCell((cell, number) => {
    const text = comparable(cell.text)
    const column = columns.find((each) => [headerText(each), each.header].map(comparable).includes(text))
    if (column) places.set(column.key, [...(places.get(column.key) ?? []), number])
    else if (text !== '') ignored.push(cell.text.trim())
  })
  return { sheet, row, places, ignored }
}

/** The line that bears most of the headers, among the first ten of each visible worksheet. */
export function findHeader(workbook: ExcelJS.Workbook, columns: readonly TableColumn[]): Header | undefined {
  let best: Header | undefined
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') continue
    for (let row = 1; row <= 10; row++) {
      const header = headerAt(sheet, row, columns)
      if (header.places.size > (best?.places.size ?? 0)) best = header
    }
  }
  return best
}

export function wrongColumns({ places }: Header, columns: readonly TableColumn[]): TableError[] {
  return columns.flatMap((column): TableError[] => {
    const count = places.get(column.key)?.length ?? 0
    if (count === 1) return []
    return [{ code: count === 0 ? 'table.columnMissing' : 'table.columnTwice', params: { column: headerText(column) } }]
  })
}
