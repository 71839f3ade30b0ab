import {
  AlignmentType,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { sayDay } from '../paper/dates.ts'
import type { SignatureBox } from '../paper/model.ts'
import { type Faces, run, size } from './faces.ts'
import { gridBorders, tight } from './tight.ts'

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
