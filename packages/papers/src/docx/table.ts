import {
  AlignmentType,
  Table as DocxTable,
  type FileChild,
  HeightRule,
  LineRuleType,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Table } from '../paper/model.ts'
import { alignments, placeCells, shareOut } from '../paper/table-shape.ts'
import { type Faces, run, size } from './faces.ts'
import { runs } from './runs.ts'
import { signatureTable } from './signature-boxes.ts'
import { gridBorders, tight } from './tight.ts'

const aligned = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

function cells(
  table: Table,
  faces: Faces,
  widths: readonly number[],
  { rowHeight, keepLast }: TableOptions,
): TableRow[] {
  const small = table.wide ? size.fifth : size.smallFourth
  const placed = placeCells([...table.header, ...table.rows])
  const aligns = alignments(table, placed)
  return placed.map((row, index) => {
    const head = index < table.header.length
    const keepNext = head || (keepLast === true && index === placed.length - 1)
    return new TableRow({
      tableHeader: head,
      cantSplit: true,
      ...(head || rowHeight === undefined ? {} : { height: { value: rowHeight, rule: HeightRule.ATLEAST } }),
      children: row.map(({ column, span }) => {
        const align = head ? 'center' : (aligns[column] ?? 'left')
        return new TableCell({
          ...(span.colSpan > 1 ? { columnSpan: span.colSpan } : {}),
          ...(span.rowSpan > 1 ? { rowSpan: span.rowSpan } : {}),
          verticalAlign: VerticalAlignTable.CENTER,
          width: {
            type: WidthType.DXA,
            size: widths.slice(column, column + span.colSpan).reduce((sum, each) => sum + each, 0),
          },
          children: [
            tight(span.text, run(head ? faces.strong : faces.body, small), { alignment: aligned[align], keepNext }),
          ],
        })
      }),
    })
  })
}

export interface TableOptions {
  /** Twips. */
  readonly width: number
  /** A least height. */
  readonly rowHeight?: number | undefined
  /** Keeps its end with what follows, so that no page holds the signature alone (7.3.5.5). */
  readonly keepLast?: boolean
}

/** A table with its caption, unit and notes; header rows repeat and no row breaks over pages. */
export function tableBlock(table: Table, faces: Faces, options: TableOptions): FileChild[] {
  const { width, keepLast = false } = options
  const { notes = [], signatures = [] } = table
  const widths = shareOut(table.columns, width)
  const out: FileChild[] = []
  if (table.caption !== undefined)
    out.push(
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        children: runs(table.caption, run(faces.strong, size.fourth)),
      }),
    )
  if (table.unit !== undefined)
    out.push(tight(table.unit, run(faces.body, size.smallFourth), { alignment: AlignmentType.RIGHT, keepNext: true }))
  out.push(
    new DocxTable({
      width: { type: WidthType.DXA, size: width },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: gridBorders,
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      rows: cells(table, faces, widths, {
        ...options,
        keepLast: notes.length > 0 || signatures.length > 0 || keepLast,
      }),
    }),
  )
  for (const note of notes)
    out.push(
      tight(note, run(faces.body, size.smallFourth), {
        alignment: AlignmentType.LEFT,
        keepNext: keepLast || signatures.length > 0,
      }),
    )
  if (signatures.length > 0)
    out.push(
      new Paragraph({ spacing: { line: 140, lineRule: LineRuleType.EXACT }, keepNext: true, children: [] }),
      signatureTable(signatures, faces, width),
    )
  return out
}
