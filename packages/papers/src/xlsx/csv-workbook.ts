import { fail, ok, type Result } from '@quanheng/domain/kernel/result'
import type ExcelJS from 'exceljs'
import type { TableError } from './codes.ts'
import { csvSheet, openCsv } from './csv-grid.ts'
import { findHeader } from './find-header.ts'
import { addGuide } from './guide.ts'
import type { TableColumn, TableValues, TemplateMark } from './model.ts'
import { aWorkbook, setText } from './pack.ts'
import { cellFont, fitRow } from './row-height.ts'
import { border, onePageWide, shaded } from './table-style.ts'
import { addMarker, spare } from './write-table.ts'

/** What a table that people fill in is made from. */
export interface TableForm {
  readonly columns: readonly TableColumn[]
  readonly template: TemplateMark
  readonly example?: TableValues
}

/**
 * The cells of a .csv as a workbook that `readTable` takes back: each where it stood, as the text that was written, with the dropdowns and
 * the guide of the template.
 */
export function workbookOfCsv(
  bytes: Uint8Array,
  { columns, template, example = {} }: TableForm,
): Result<ExcelJS.Workbook, readonly TableError[]> {
  const opened = openCsv(bytes)
  if (!opened.ok) return opened
  const { rows, grid } = opened.value
  const header = findHeader([grid], columns)
  if (!header) return fail([{ code: 'table.notXlsx' }])
  const workbook = aWorkbook()
  const sheet = workbook.addWorksheet(csvSheet)
  const columnAt = new Map([...header.places].map(([key, [at]]) => [at, columns.find((one) => one.key === key)]))
  const widths = rows.reduce<number[]>(
    (wide, { cells }) => (cells.length > wide.length ? cells.map(() => 16) : wide),
    [],
  )
  for (const [at, column] of columnAt) if (at !== undefined && column) widths[at - 1] = column.width
  for (const [index, width] of widths.entries()) {
    sheet.getColumn(index + 1).width = width
    sheet.getColumn(index + 1).style = {
      numFmt: '@',
      font: cellFont,
      alignment: { vertical: 'middle', wrapText: true },
    }
  }
  for (const { row, cells } of rows) {
    for (const [index, text] of cells.entries()) {
      const cell = sheet.getCell(row, index + 1)
      cell.style = { ...cell.style, border, ...(row === header.row ? { fill: shaded } : {}) }
      setText(cell, text)
    }
    fitRow(sheet.getRow(row), cells, widths)
  }
  sheet.views = [{ state: 'frozen', ySplit: header.row }]
  sheet.pageSetup = { ...onePageWide }
  addGuide(workbook, columns, example)
  const first = header.row + 1
  const placed = [...columnAt].flatMap(([at, column]) => (at !== undefined && column ? [{ at, column }] : []))
  addMarker(workbook, sheet, template, placed, { first, last: (rows.at(-1)?.row ?? first) + spare })
  return ok(workbook)
}
