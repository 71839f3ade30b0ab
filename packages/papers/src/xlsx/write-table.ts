import type ExcelJS from 'exceljs'
import { addGuide } from './guide.ts'
import { headerText, markerSheet, type Table, type TableColumn, type TableValues, type TemplateMark } from './model.ts'
import { formatFor, numberFor } from './number.ts'
import { aWorkbook, packWorkbook, setText } from './pack.ts'
import { cellFont, fitRow } from './row-height.ts'
import { border, onePageWide, shaded } from './table-style.ts'
import { markWorkbook } from './watermark.ts'

const headerRow = 2
/** Empty lines below the rows that still carry dropdowns. */
export const spare = 1_000

/** A worksheet's name: Excel forbids some signs and allows 31 characters. */
export const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:'']/g, ' ')
    .slice(0, 31)
    .trim() || '数据'

/** Writes one value by its kind: quantities as numbers only where Excel keeps every digit, the rest as text. */
export function setValue(cell: ExcelJS.Cell, kind: TableColumn['kind'], value: string): void {
  const number = kind === 'quantity' ? numberFor(value) : undefined
  if (number !== undefined) {
    cell.value = number
    cell.numFmt = formatFor(value)
  } else if (kind === 'date') {
    cell.value = new Date(`${value}T00:00:00Z`)
    cell.numFmt = 'yyyy-mm-dd'
  } else {
    cell.numFmt = '@'
    setText(cell, value)
  }
}

const widthsOf = (columns: readonly TableColumn[]): number[] => columns.map(({ width }) => width)

function header(sheet: ExcelJS.Worksheet, columns: readonly TableColumn[]): void {
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(headerRow, index + 1)
    const font = { ...cellFont, bold: true }
    const name = { text: headerText(column), font }
    cell.value = {
      richText: column.required ? [{ text: '*', font: { ...font, color: { argb: 'FFC00000' } } }, name] : [name],
    }
    cell.style = { border, fill: shaded, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } }
    if (column.note) cell.note = column.note
  }
  fitRow(sheet.getRow(headerRow), columns.map(headerText), widthsOf(columns), 32)
}

function columnStyles(sheet: ExcelJS.Worksheet, columns: readonly TableColumn[]): void {
  for (const [index, { width, kind }] of columns.entries()) {
    const column = sheet.getColumn(index + 1)
    column.width = width
    // Blank cells too: an 18-digit code or 1-2 typed into a text column stays what was typed.
    column.style = {
      numFmt: kind === 'quantity' ? 'General' : kind === 'date' ? 'yyyy-mm-dd' : '@',
      alignment: { vertical: 'middle', wrapText: true },
      font: cellFont,
    }
  }
}

function body(sheet: ExcelJS.Worksheet, columns: readonly TableColumn[], rows: readonly TableValues[]): void {
  for (const [at, row] of rows.entries()) {
    for (const [index, column] of columns.entries()) {
      const cell = sheet.getCell(headerRow + 1 + at, index + 1)
      const value = row[column.key]
      cell.border = border
      if (value !== undefined && value !== '') setValue(cell, column.kind, value)
    }
    const texts = columns.map(({ key }) => row[key] ?? '')
    fitRow(sheet.getRow(headerRow + 1 + at), texts, widthsOf(columns))
  }
}

interface Placed {
  /** Column of the worksheet, from 1. */
  readonly at: number
  readonly column: TableColumn
}

/**
 * The hidden sheet by which `readTable` knows the template, and the dropdowns that read their choices from it: a list inside the rule may
 * not exceed 255 characters.
 */
export function addMarker(
  workbook: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  template: TemplateMark,
  columns: readonly Placed[],
  { first, last }: { readonly first: number; readonly last: number },
): void {
  const marker = workbook.addWorksheet(markerSheet, { state: 'veryHidden' })
  for (const [index, mark] of ['quanheng.table', template.name, template.version].entries())
    setText(marker.getCell(1, index + 1), mark)
  for (const [index, { at, column }] of columns.entries()) {
    const { choices } = column
    if (!choices || choices.length === 0) continue
    for (const [line, choice] of choices.entries()) setText(marker.getCell(3 + line, index + 1), choice)
    const from = marker.getColumn(index + 1).letter
    const to = sheet.getColumn(at).letter
    validations(sheet).add(`${to}${first}:${to}${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`${markerSheet}!$${from}$3:$${from}$${2 + choices.length}`],
      showErrorMessage: true,
      errorTitle: '不在可选范围内',
      error: '请从下拉列表中选择。',
    })
  }
}

/** The library has ranges of validations but leaves them out of its types. */
const validations = (sheet: ExcelJS.Worksheet) =>
  (sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }).dataValidations

/**
 * A table to fill in as .xlsx: title, frozen header with units and `*` for required columns, rows, dropdowns, a 填写说明
 * sheet and the hidden marker that `readTable` asks for. No cell is a formula, whatever the text; a quantity is
 * a number only where Excel keeps it exactly, else text. The same table gives the same bytes. `watermark`: who took it out, of which unit, when.
 */
export async function writeTable(table: Table, watermark?: string): Promise<Uint8Array> {
  const { title, columns, rows, template } = table
  const workbook = aWorkbook(table.on)
  const sheet = workbook.addWorksheet(sheetName(title))
  columnStyles(sheet, columns)
  sheet.mergeCells(1, 1, 1, columns.length)
  const top = sheet.getCell(1, 1)
  top.style = { font: { ...cellFont, size: 14, bold: true }, alignment: { horizontal: 'center', vertical: 'middle' } }
  setText(top, title)
  sheet.getRow(1).height = 28
  header(sheet, columns)
  body(sheet, columns, rows)
  sheet.views = [{ state: 'frozen', ySplit: headerRow }]
  sheet.pageSetup = { ...onePageWide }
  sheet.pageSetup.printTitlesRow = `1:${headerRow}`
  addGuide(workbook, columns, template.example)
  const placed = columns.map((column, index) => ({ at: index + 1, column }))
  addMarker(workbook, sheet, template, placed, { first: headerRow + 1, last: headerRow + rows.length + spare })
  if (watermark !== undefined) markWorkbook(workbook, watermark)
  return packWorkbook(workbook)
}
