import type { SignatureBox, Text } from '../paper/model.ts'
import type { SheetColumn } from '../sheet/columns.ts'
import type { Fact } from '../sheet/model.ts'
import type { Box } from './box.ts'
import { type GridRow, setGrid } from './grid.ts'
import { tightPitch } from './measures.ts'
import type { Style } from './model.ts'
import { pieces, setParagraph } from './paragraph.ts'
import { addPart, type Setting } from './setting.ts'
import type { SheetFrame } from './sheet-page.ts'
import { formPad, signatureGrid, smallStrong, smallText } from './signature-boxes.ts'
import { setTable } from './table.ts'

/** Width of the cells that say what stands beside them. */
export const labelWidth = 85

interface FormCell {
  readonly text?: Text
  readonly style?: Style
  readonly center?: boolean
  readonly top?: boolean
  readonly span?: number
  /** Lines of its own instead of a text. */
  readonly lines?: (width: number, part: number) => Box[]
}

/** A cell that says what stands beside it. */
export const labelCell = (text: string): FormCell => ({ text, style: smallStrong, center: true })

/** A form: rows of cells over columns of given widths. */
export function setForm(
  rows: readonly { cells: readonly FormCell[]; height?: number; keepNext?: boolean }[],
  widths: readonly number[],
  frame: SheetFrame,
  setting: Setting,
): Box[] {
  const table = addPart(setting, 'Table')
  const grid = rows.map(({ cells, height, keepNext }): GridRow => {
    const row = addPart(setting, 'TR', table)
    let column = 0
    return {
      ...(height === undefined ? {} : { height }),
      ...(keepNext === undefined ? {} : { keepNext }),
      cells: cells.map(({ text = '', style = smallText, center = false, top = false, span = 1, lines }) => {
        const at = column
        column += span
        const room = widths.slice(at, at + span).reduce((sum, width) => sum + width, 0) - 2 * formPad.x
        const part = addPart(setting, style === smallStrong ? 'TH' : 'TD', row)
        const form = { width: room, pitch: tightPitch, align: center ? ('center' as const) : ('left' as const), part }
        return {
          column: at,
          colSpan: span,
          rowSpan: 1,
          top,
          lines: lines?.(room, part) ?? setParagraph(pieces(text, style), form, setting),
        }
      }),
    }
  })
  return setGrid(grid, { widths, pad: formPad, limit: frame.height - 60 })
}

/** Facts of the head, two to a line; a last one alone takes the whole line. */
export function factForm(facts: readonly Fact[], frame: SheetFrame, setting: Setting): Box[] {
  const half = frame.width / 2
  const rows: { cells: FormCell[] }[] = []
  for (let at = 0; at < facts.length; at += 2) {
    const [left, right] = facts.slice(at, at + 2)
    if (!left) continue
    const cells = [labelCell(left.label), { text: left.value, span: right ? 1 : 3 }]
    rows.push({ cells: right ? [...cells, labelCell(right.label), { text: right.value }] : cells })
  }
  return setForm(rows, [labelWidth, half - labelWidth, labelWidth, half - labelWidth], frame, setting)
}

interface UnderColumns {
  readonly notes?: readonly Text[]
  /** Boxes that stand on one page with the end of the table. */
  readonly signatures?: readonly SignatureBox[]
  readonly rowHeight?: number
  readonly frame: SheetFrame
}

/** Rows under a sheet's columns, heads repeated on each page. */
export const columnForm = <R>(
  columns: readonly SheetColumn<R>[],
  rows: readonly R[],
  { notes = [], signatures = [], rowHeight, frame }: UnderColumns,
  setting: Setting,
): Box[] =>
  setTable(
    {
      kind: 'table',
      wide: true,
      columns: columns.map(({ width, kind }) => ({
        width,
        ...(kind === 'quantity' ? { align: 'right' as const } : {}),
      })),
      header: [columns.map(({ header }) => header)],
      rows: rows.map((row, index) => columns.map((column) => column.of(row, index))),
      notes,
      signatures,
    },
    { width: frame.width, height: frame.height, rowHeight },
    setting,
  )

/** Boxes to sign in, over the width of the page. */
export const signed = (boxes: readonly SignatureBox[], { width, height }: SheetFrame, setting: Setting): Box[] =>
  signatureGrid(boxes, { width, limit: height }, setting)
