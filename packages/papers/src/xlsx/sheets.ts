import type ExcelJS from 'exceljs'
import { sayDay } from '../paper/dates.ts'
import { plain } from '../paper/text.ts'
import { entryColumns, type SheetColumn, scoreColumns, validity } from '../sheet/columns.ts'
import type { EntrySheet, Fact, ScoreSheet, Sheet, SignatureBox } from '../sheet/model.ts'
import { aWorkbook, packWorkbook, setText } from './pack.ts'
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
}

/** A line over the whole width. */
function fullLine(
  page: ExcelJS.Worksheet,
  row: number,
  width: number,
  text: string,
  style: Partial<ExcelJS.Style>,
): void {
  page.mergeCells(row, 1, row, width)
  const cell = page.getCell(row, 1)
  cell.style = { alignment: { vertical: 'middle', wrapText: true }, ...style }
  setText(cell, text)
}

const signed = ({ role, name = '', means, on }: SignatureBox): string =>
  `${role}（签字）：${name}${means ? `（${means}）` : ''}\u3000\u3000${sayDay(on)}`

function setup(page: ExcelJS.Worksheet, { organ, label, checkCode }: Sheet, headerRow: number): void {
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
  page.headerFooter.oddFooter = `&L校验码：${code(checkCode)}&R第 &P 页 共 &N 页`
}

/** A working paper as a workbook that prints on A4 landscape: figures are numbers where Excel keeps them exactly. */
function writeSheet<R>({ sheet, columns, rows, notes }: Printed<R>): Promise<Uint8Array> {
  const workbook = aWorkbook(sheet.on)
  const page = workbook.addWorksheet(sheetName(sheet.title))
  const width = columns.length
  for (const [index, column] of columns.entries()) page.getColumn(index + 1).width = column.width * 6.5
  fullLine(page, 1, width, sheet.title, {
    font: { size: 16, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle' },
  })
  page.getRow(1).height = 32
  let row = 2
  for (const { label, value } of sheet.facts) fullLine(page, row++, width, `${label}：${plain(value)}`, {})
  const headerRow = row++
  for (const [index, column] of columns.entries()) {
    const cell = page.getCell(headerRow, index + 1)
    cell.style = {
      border: thin,
      font: { bold: true },
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    }
    setText(cell, column.header)
  }
  for (const [at, each] of rows.entries()) {
    for (const [index, column] of columns.entries()) {
      const cell = page.getCell(row, index + 1)
      cell.style = {
        border: thin,
        alignment: { vertical: 'middle', wrapText: true, horizontal: column.kind === 'quantity' ? 'right' : 'left' },
      }
      const value = plain(column.of(each, at))
      if (value !== '') setValue(cell, column.kind, value)
    }
    row += 1
  }
  for (const note of notes) fullLine(page, row++, width, note, {})
  for (const box of sheet.signatures) {
    fullLine(page, row, width, signed(box), { border: thin })
    page.getRow(row++).height = 30
  }
  fullLine(page, row, width, `校验码：${sheet.checkCode}`, {})
  page.views = [{ state: 'frozen', ySplit: headerRow }]
  setup(page, sheet, headerRow)
  return packWorkbook(workbook)
}

/** 指标考核评分表 as .xlsx; the same columns and words as the .docx. */
export const writeScoreSheet = (sheet: ScoreSheet): Promise<Uint8Array> =>
  writeSheet({
    sheet,
    columns: scoreColumns(sheet),
    rows: sheet.rows,
    notes: [...(sheet.notes ?? []).map(plain), validity],
  })

/** 录入对照单 as .xlsx, in the superior's order. */
export const writeEntrySheet = (sheet: EntrySheet): Promise<Uint8Array> =>
  writeSheet({ sheet, columns: entryColumns, rows: sheet.rows, notes: [validity] })
