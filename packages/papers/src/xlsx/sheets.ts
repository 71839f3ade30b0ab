import type ExcelJS from 'exceljs'
import { sayDay } from '../paper/dates.ts'
import type { SignatureBox } from '../paper/model.ts'
import { plain } from '../paper/text.ts'
import { codeLine } from '../sheet/code-line.ts'
import { entryColumns, type SheetColumn, scoreColumns, validity } from '../sheet/columns.ts'
import type { EntrySheet, Fact, ScoreSheet, Sheet } from '../sheet/model.ts'
import { aWorkbook, packWorkbook, setText } from './pack.ts'
import { cellFont, fitRow } from './row-height.ts'
import { markWorkbook } from './watermark.ts'
import { setValue, sheetName } from './write-table.ts'

const thin: Partial<ExcelJS.Borders> = {
  top: { style: 'thin' },
  bottom: { style: 'thin' },
  left: { style: 'thin' },
  right: { style: 'thin' },
}

interface Printed<R> {
  readonly sheet: Sheet & { readonly facts: readonly Fact[]; readonly signatures: readonly SignatureBox[] }
  readonly columns: readonly SheetColumn<R>[]
  readonly rows: readonly R[]
  readonly notes: readonly string[]
  /** Who took it out, of which unit, when. */
  readonly watermark?: string | undefined
}

/** Widths of the columns in characters. */
const widthsOf = (columns: readonly { readonly width: number }[]): number[] => columns.map(({ width }) => width * 6.5)

/** A page being filled from the top, and where it is. */
interface Page {
  readonly sheet: ExcelJS.Worksheet
  readonly widths: readonly number[]
  row: number
}

/** A line over the whole width. */
function fullLine(page: Page, text: string, style: Partial<ExcelJS.Style> = {}, least?: number): void {
  const { sheet, widths, row } = page
  sheet.mergeCells(row, 1, row, widths.length)
  const cell = sheet.getCell(row, 1)
  cell.style = { font: cellFont, alignment: { vertical: 'middle', wrapText: true }, ...style }
  setText(cell, text)
  fitRow(sheet.getRow(row), [text], [widths.reduce((sum, each) => sum + each, 0)], least)
  page.row += 1
}

/** A line of cells, each by the kind of its column. */
function cellLine(
  page: Page,
  kinds: readonly SheetColumn<never>['kind'][],
  texts: readonly string[],
  head: boolean,
): void {
  const { sheet, widths, row } = page
  for (const [index, text] of texts.entries()) {
    const kind = head ? 'text' : (kinds[index] ?? 'text')
    const cell = sheet.getCell(row, index + 1)
    const horizontal = head ? 'center' : kind === 'quantity' ? 'right' : 'left'
    cell.style = {
      border: thin,
      font: { ...cellFont, bold: head },
      alignment: { vertical: 'middle', wrapText: true, horizontal },
    }
    if (text !== '') setValue(cell, kind, text)
  }
  fitRow(sheet.getRow(row), texts, widths)
  page.row += 1
}

const signed = ({ role, name = '', means, on }: SignatureBox): string =>
  `${role}（签字）：${name}${means ? `（${means}）` : ''}\u3000\u3000${sayDay(on)}`

function setup(page: ExcelJS.Worksheet, sheet: Sheet, headerRow: number): void {
  const { organ, label } = sheet
  const code = (text: string) => text.replaceAll('&', '&&')
  page.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.7, right: 0.7, top: 1, bottom: 0.7, header: 0.45, footer: 0.4 },
  }
  page.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`
  page.headerFooter.oddHeader = `&L${code(organ)}&R${code(label ?? '')}`
  page.headerFooter.oddFooter = `&L${code(codeLine(sheet))}&R第 &P 页 共 &N 页`
}

const titleStyle: Partial<ExcelJS.Style> = {
  font: { ...cellFont, size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle' },
}

/** A working paper as a workbook that prints on A4 landscape: figures are numbers where Excel keeps them exactly. */
function writeSheet<R>({ sheet, columns, rows, notes, watermark }: Printed<R>): Promise<Uint8Array> {
  const workbook = aWorkbook(sheet.on)
  const worksheet = workbook.addWorksheet(sheetName(sheet.title))
  const page: Page = { sheet: worksheet, widths: widthsOf(columns), row: 1 }
  for (const [index, width] of page.widths.entries()) worksheet.getColumn(index + 1).width = width
  const kinds = columns.map(({ kind }) => kind)
  fullLine(page, sheet.title, titleStyle, 32)
  for (const { label, value } of sheet.facts) fullLine(page, `${label}：${plain(value)}`)
  const headerRow = page.row
  cellLine(
    page,
    kinds,
    columns.map(({ header }) => header),
    true,
  )
  for (const [at, row] of rows.entries())
    cellLine(
      page,
      kinds,
      columns.map(({ of }) => plain(of(row, at))),
      false,
    )
  for (const note of notes) fullLine(page, note)
  for (const box of sheet.signatures) fullLine(page, signed(box), { border: thin }, 30)
  fullLine(page, codeLine(sheet))
  worksheet.views = [{ state: 'frozen', ySplit: headerRow }]
  setup(worksheet, sheet, headerRow)
  if (watermark !== undefined) markWorkbook(workbook, watermark)
  return packWorkbook(workbook)
}

/** 指标考核评分表 as .xlsx; the same columns and words as the .docx. */
export const writeScoreSheet = (sheet: ScoreSheet, watermark?: string): Promise<Uint8Array> =>
  writeSheet({
    sheet,
    columns: scoreColumns(sheet),
    rows: sheet.rows,
    notes: [...(sheet.notes ?? []).map(plain), validity],
    watermark,
  })

/** 录入对照单 as .xlsx, in the superior's order. */
export const writeEntrySheet = (sheet: EntrySheet): Promise<Uint8Array> =>
  writeSheet({ sheet, columns: entryColumns, rows: sheet.rows, notes: [validity] })
