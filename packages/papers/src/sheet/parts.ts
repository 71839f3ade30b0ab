import { AlignmentType, type FileChild, Paragraph, type Table } from 'docx'
import { type Faces, run, size } from '../docx/faces.ts'
import { type BoxCell, boxes } from '../docx/signature-boxes.ts'
import { tableBlock } from '../docx/table.ts'
import { tight } from '../docx/tight.ts'
import type { SignatureBox, Text } from '../paper/model.ts'
import type { SheetColumn } from './columns.ts'
import type { Fact } from './model.ts'

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

interface UnderColumns {
  readonly notes?: readonly Text[]
  /** Boxes that stand on one page with the end of the table: nobody signs a page that says nothing. */
  readonly signatures?: readonly SignatureBox[]
}

/** Rows under the sheet's columns, heads repeated on each page. */
export function columnTable<R>(
  columns: readonly SheetColumn<R>[],
  rows: readonly R[],
  under: UnderColumns,
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
      ...under,
    },
    faces,
    { width, rowHeight },
  )
}
