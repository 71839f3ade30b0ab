import type { Table } from '../paper/model.ts'
import { alignments, type PlacedCell, placeCells, shareOut } from '../paper/table-shape.ts'
import { type Box, heightOf, space } from './box.ts'
import { type GridRow, innerWidth, setGrid } from './grid.ts'
import { linePitch, size, tightPitch } from './measures.ts'
import { pieces, setParagraph } from './paragraph.ts'
import { addPart, type Setting } from './setting.ts'
import { signatureGrid, smallText } from './signature-boxes.ts'

export interface TableRoom {
  readonly width: number
  /** Height of the frame that it stands in. */
  readonly height: number
  readonly rowHeight?: number | undefined
  /** Keeps its end with what follows. */
  readonly keepLast?: boolean
}

const pad = { x: 3.5, y: 2 } as const

function tableRows(table: Table, room: TableRoom, setting: Setting): Box[] {
  const widths = shareOut(table.columns, Math.round(room.width * 20)).map((twips) => twips / 20)
  const placed = placeCells([...table.header, ...table.rows])
  const aligns = alignments(table, placed)
  const points = table.wide ? size.fifth : size.smallFourth
  const within = addPart(setting, 'Table')
  const { signatures = [], notes = [] } = table
  const keep = room.keepLast === true || signatures.length > 0 || notes.length > 0
  const heads = table.header.length
  const rows = (list: readonly (readonly PlacedCell[])[], from: number): GridRow[] =>
    list.map((row, index) => {
      const head = from + index < heads
      const tr = addPart(setting, 'TR', within)
      return {
        keepNext: head || (keep && from + index === placed.length - 1),
        ...(head || room.rowHeight === undefined ? {} : { height: room.rowHeight }),
        cells: row.map(({ column, span }) => {
          const cell = { column, colSpan: span.colSpan, rowSpan: span.rowSpan }
          const width = innerWidth({ widths, pad, limit: 0 }, cell)
          const part = addPart(setting, head ? 'TH' : 'TD', tr)
          const align = head ? 'center' : (aligns[column] ?? 'left')
          const style = { face: head ? ('strong' as const) : ('body' as const), size: points }
          return {
            ...cell,
            lines: setParagraph(pieces(span.text, style), { width, pitch: tightPitch, align, part }, setting),
          }
        }),
      }
    })
  const head = setGrid(rows(placed.slice(0, heads), 0), { widths, pad, limit: room.height })
  const limit = room.height - heightOf(head)
  const body = setGrid(rows(placed.slice(heads), heads), { widths, pad, limit })
  return [...head, ...body.map((box) => ({ ...box, heads: head }))]
}

/** A table with its caption, unit, notes and signature boxes; heads repeat and no row breaks that fits a page. */
export function setTable(table: Table, room: TableRoom, setting: Setting): Box[] {
  const { width, height: limit, keepLast = false } = room
  const { notes = [], signatures = [], caption, unit } = table
  const out: Box[] = []
  const line = (text: Table['caption'] & {}, more: object, style = smallText) =>
    out.push(...setParagraph(pieces(text, style), { width, pitch: tightPitch, ...more }, setting))
  if (caption !== undefined) {
    const strong = { face: 'strong', size: size.fourth } as const
    const part = addPart(setting, 'Caption')
    line(caption, { pitch: linePitch, align: 'center', keepNext: true, whole: true, part }, strong)
  }
  if (unit !== undefined) line(unit, { align: 'right', keepNext: true, whole: true, part: addPart(setting, 'P') })
  out.push(...tableRows(table, room, setting))
  const held = keepLast || signatures.length > 0
  for (const [index, note] of notes.entries())
    line(note, { keepNext: held || index < notes.length - 1, part: addPart(setting, 'P') })
  if (signatures.length > 0) out.push(space(7, true), ...signatureGrid(signatures, { width, limit }, setting))
  return out
}
