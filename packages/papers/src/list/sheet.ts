import { formulaLike } from '../csv/guard.ts'
import { columnLetters } from '../xlsx/grid.ts'
import { headerText, type TableColumn, type TableValues } from '../xlsx/model.ts'
import { numberFor } from '../xlsx/number.ts'
import { cellText } from '../xlsx/pack.ts'
import { heightFor } from '../xlsx/row-height.ts'
import { printedMark } from '../xlsx/watermark.ts'
import { type HeadCell, headCells, headDepth } from './head.ts'
import type { List, Remark, Written } from './model.ts'
import { numberStyle, styleOf } from './styles.ts'

/** Rows of a worksheet, and characters of a cell, that Excel opens. */
const excel = { rows: 1_048_576, characters: 32_767 }
/** Rows made into XML at a time. */
const batch = 250

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')

const inline = (at: string, style: number, text: string): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const day = /^\d{4}-\d{2}-\d{2}$/
/** Days since the last of 1899, as Excel counts from March 1900 on. */
const serial = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569

interface Tally {
  rows: number
  cut: number
  full: boolean
}

const shortened = (text: string, tally: Tally): string => {
  if (text.length <= excel.characters) return text
  tally.cut += 1
  return text
    .slice(0, excel.characters - 1)
    .toWellFormed()
    .concat('…')
}

function cellXml({ kind }: TableColumn, value: string, at: string, tally: Tally): string {
  if (value === '') return `<c r="${at}" s="${styleOf.text}"/>`
  const number = kind === 'quantity' ? numberFor(value) : undefined
  if (number !== undefined)
    return `<c r="${at}" s="${numberStyle(value.split('.')[1]?.length ?? 0)}"><v>${number}</v></c>`
  if (kind === 'date' && day.test(value) && value >= '1900-03-01')
    return `<c r="${at}" s="${styleOf.date}"><v>${serial(value)}</v></c>`
  const text = shortened(cellText(value), tally)
  return inline(at, formulaLike.test(text) ? styleOf.guarded : styleOf.text, text)
}

const rowXml = (row: number, height: number, cells: string): string =>
  `<row r="${row}" ht="${height}" customHeight="1">${cells}</row>`

const widthsOf = (columns: readonly TableColumn[]): number[] => columns.map(({ width }) => width)

function headXml(title: string, columns: readonly TableColumn[], letters: readonly string[]): string {
  const depth = headDepth(columns)
  const cells = headCells(columns)
  const line = (row: number) => {
    const inRow = (cell: HeadCell) => cell.top <= row && row <= cell.bottom
    return columns
      .map((_, index) => {
        const cell = cells.find((each) => inRow(each) && each.left <= index && index <= each.right)
        const at = `${letters[index]}${row}`
        const first = cell && cell.top === row && cell.left === index
        return first ? inline(at, styleOf.head, cell.text) : `<c r="${at}" s="${styleOf.head}"/>`
      })
      .join('')
  }
  const height = heightFor(columns.map(headerText), widthsOf(columns), 32)
  const lines = Array.from({ length: depth }, (_, at) => rowXml(2 + at, at === depth - 1 ? height : 20, line(2 + at)))
  return rowXml(1, 28, inline('A1', styleOf.title, title)) + lines.join('')
}

const open = (columns: readonly { readonly width: number }[], frozen: number): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${columns
    .map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`

const headFoot = (watermark: string | undefined): string =>
  `<headerFooter>${watermark === undefined ? '' : `<oddHeader>${escaped(printedMark(watermark))}</oddHeader>`}<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>`

const close = (merges: readonly string[], watermark: string | undefined): string =>
  `</sheetData>${merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`}<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${headFoot(watermark)}</worksheet>`

/** The worksheet of a list, piece by piece; when it ends, `done` is told what became of the rows. */
export async function* listSheet(
  { title, columns, rows, watermark }: List,
  done: (written: Written) => void,
): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnLetters(index + 1))
  const top = 1 + headDepth(columns)
  const widths = widthsOf(columns)
  const tally: Tally = { rows: 0, cut: 0, full: false }
  let xml = open(columns, top) + headXml(title, columns, letters)
  for await (const row of rows) {
    const at = top + 1 + tally.rows
    if (at > excel.rows) {
      tally.full = true
      break
    }
    xml += listRow(row, at)
    tally.rows += 1
    if (tally.rows % batch !== 0) continue
    yield xml
    xml = ''
  }
  done({ ...tally })
  const merges = headCells(columns)
    .filter((cell) => cell.left < cell.right || cell.top < cell.bottom)
    .map((cell) => `${letters[cell.left]}${cell.top}:${letters[cell.right]}${cell.bottom}`)
  if (columns.length > 1) merges.unshift(`A1:${letters.at(-1)}1`)
  yield xml + close(merges, watermark)

  function listRow(row: TableValues, at: number): string {
    const texts = columns.map(({ key }) => row[key] ?? '')
    const cells = columns.map((column, index) => cellXml(column, texts[index] ?? '', `${letters[index]}${at}`, tally))
    return rowXml(at, heightFor(texts, widths), cells.join(''))
  }
}

const remarkWidths = [{ width: 20 }, { width: 90 }]

/** The worksheet 说明. */
export function remarkSheet(remarks: readonly Remark[], watermark?: string): string {
  const widths = remarkWidths.map(({ width }) => width)
  const lines = remarks.map(({ label, text }, index) => {
    const cells = [label, text].map((each, column) =>
      inline(`${columnLetters(column + 1)}${index + 2}`, styleOf.text, cellText(each)),
    )
    return rowXml(index + 2, heightFor([label, text], widths), cells.join(''))
  })
  const head = inline('A1', styleOf.head, '项目') + inline('B1', styleOf.head, '内容')
  return open(remarkWidths, 1) + rowXml(1, 24, head) + lines.join('') + close([], watermark)
}
