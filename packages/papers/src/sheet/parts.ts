import {
  AlignmentType,
  type FileChild,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type Faces, run, size } from '../docx/faces.ts'
import { gridBorders, tableBlock, tight } from '../docx/table.ts'
import { sayDay } from '../paper/dates.ts'
import type { Text } from '../paper/model.ts'
import type { SheetColumn } from './columns.ts'
import type { Fact, SignatureBox } from './model.ts'

const cellMargins = { top: 50, bottom: 50, left: 80, right: 80 } as const

/** A table of cells whose widths are given; rows stay whole. */
export function boxes(
  rows: readonly { readonly cells: readonly BoxCell[]; readonly height?: number; readonly keepNext?: boolean }[],
  widths: readonly number[],
): Table {
  return new Table({
    width: { type: WidthType.DXA, size: widths.reduce((sum, each) => sum + each, 0) },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: gridBorders,
    margins: cellMargins,
    rows: rows.map(
      ({ cells, height, keepNext = false }) =>
        new TableRow({
          cantSplit: true,
          keepNext,
          ...(height === undefined ? {} : { height: { value: height, rule: HeightRule.ATLEAST } }),
          children: cells.map(
            (cell) =>
              new TableCell({
                ...(cell.span && cell.span > 1 ? { columnSpan: cell.span } : {}),
                verticalAlign: cell.top ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
                children: [...cell.children],
              }),
          ),
        }),
    ),
  })
}

export interface BoxCell {
  readonly children: readonly Paragraph[]
  readonly span?: number
  readonly top?: boolean
}

export const labelCell = (text: string, faces: Faces): BoxCell => ({
  children: [tight(text, run(faces.strong, size.smallFourth), { alignment: AlignmentType.CENTER })],
})

export const textCell = (text: Text, faces: Faces, span = 1): BoxCell => ({
  span,
  children: [tight(text, run(faces.body, size.smallFourth))],
})

/** Facts of the head, two to a line; a last one alone takes the whole line. */
export function factTable(facts: readonly Fact[], faces: Faces, width: number): Table {
  const label = 1700
  const half = Math.floor(width / 2)
  const rows: { cells: BoxCell[] }[] = []
  for (let i = 0; i < facts.length; i += 2) {
    const [left, right] = facts.slice(i, i + 2)
    if (!left) continue
    const cells = [labelCell(left.label, faces), textCell(left.value, faces, right ? 1 : 3)]
    rows.push({ cells: right ? [...cells, labelCell(right.label, faces), textCell(right.value, faces)] : cells })
  }
  return boxes(rows, [label, half - label, label, width - half - label])
}

/** Space between two tables, without which a word processor makes one of them. */
export const gap = (): Paragraph => new Paragraph({ spacing: { line: 140, lineRule: 'exact' }, children: [] })

/** The lines of a signature box: role, name and how it was given or room for a pen, date. */
export function signatureLines(box: SignatureBox, faces: Faces): Paragraph[] {
  const text = run(faces.body, size.smallFourth)
  const given = [box.name, box.means && `（${box.means}）`].filter(Boolean).join('')
  return [
    tight(`${box.role}（签字${box.stamped ? '、盖章' : ''}）：`, run(faces.strong, size.smallFourth)),
    tight(given, text, { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120, line: 400 } }),
    tight(sayDay(box.on), text, { alignment: AlignmentType.RIGHT }),
  ]
}

/** Signature boxes side by side, at most four to a line. */
export function signatureTable(list: readonly SignatureBox[], faces: Faces, width: number): Table {
  const perLine = Math.min(list.length, list.length > 4 ? 3 : 4)
  const each = Math.floor(width / perLine)
  const widths = Array.from({ length: perLine }, (_, i) => (i === perLine - 1 ? width - each * (perLine - 1) : each))
  const rows: { cells: BoxCell[]; height: number }[] = []
  for (let i = 0; i < list.length; i += perLine) {
    const line = list.slice(i, i + perLine)
    rows.push({
      height: 1250,
      cells: line.map((box, at) => ({
        children: signatureLines(box, faces),
        top: true,
        span: at === line.length - 1 ? perLine - at : 1,
      })),
    })
  }
  return boxes(rows, widths)
}

/** Rows under the sheet's columns, heads repeated on each page. */
export function columnTable<R>(
  columns: readonly SheetColumn<R>[],
  rows: readonly R[],
  notes: readonly Text[],
  faces: Faces,
  width: number,
  rowHeight?: number,
): FileChild[] {
  return tableBlock(
    {
      kind: 'table',
      wide: true,
      columns: columns.map((column) => ({
        width: column.width,
        ...(column.kind === 'quantity' ? { align: 'right' as const } : {}),
      })),
      header: [columns.map((column) => column.header)],
      rows: rows.map((row, index) => columns.map((column) => column.of(row, index))),
      notes,
    },
    faces,
    width,
    rowHeight,
  )
}
