import { sayDay } from '../paper/dates.ts'
import type { SignatureBox, Text } from '../paper/model.ts'
import type { Box } from './box.ts'
import { type GridRow, setGrid } from './grid.ts'
import { size, tightPitch } from './measures.ts'
import type { Style } from './model.ts'
import { pieces, setParagraph } from './paragraph.ts'
import { addPart, type Setting } from './setting.ts'

export const smallText: Style = { face: 'body', size: size.smallFourth }
export const smallStrong: Style = { face: 'strong', size: size.smallFourth }

/** Free inside the cells of forms. */
export const formPad = { x: 4, y: 2.5 } as const

/** The lines of a signature box: role, name and how it was given or room for a pen, date. */
export function signatureLines(label: string, box: SignatureBox, width: number, setting: Setting, part: number): Box[] {
  const given = [box.name, box.means && `（${box.means}）`].filter(Boolean).join('')
  const line = (text: Text, style: Style, align: 'left' | 'center' | 'right', before = 0) =>
    setParagraph(pieces(text, style), { width, pitch: tightPitch, align, before, part }, setting)
  return [
    ...line(label, smallStrong, 'left'),
    ...line(given, smallText, 'center', 7.5),
    ...line(sayDay(box.on), smallText, 'right', 7.5),
  ]
}

/** Signature boxes side by side, at most four to a line. */
export function signatureGrid(
  list: readonly SignatureBox[],
  { width, limit, within }: { width: number; limit: number; within?: number | undefined },
  setting: Setting,
): Box[] {
  const perLine = Math.min(list.length, list.length > 4 ? 3 : 4)
  const widths = Array.from({ length: perLine }, () => width / perLine)
  const form = { widths, pad: formPad, limit }
  const table = addPart(setting, 'Table', within)
  const rows: GridRow[] = []
  for (let from = 0; from < list.length; from += perLine) {
    const line = list.slice(from, from + perLine)
    const row = addPart(setting, 'TR', table)
    rows.push({
      height: 62.5,
      cells: line.map((box, column) => {
        const colSpan = column === line.length - 1 ? perLine - column : 1
        const inner = (colSpan * width) / perLine - 2 * formPad.x
        const part = addPart(setting, 'TD', row)
        const label = `${box.role}（签字${box.stamped ? '、盖章' : ''}）：`
        return { column, colSpan, rowSpan: 1, top: true, lines: signatureLines(label, box, inner, setting, part) }
      }),
    })
  }
  return setGrid(rows, form)
}
