import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx'
import { sayDay } from '../paper/dates.ts'
import type { Imprint } from '../paper/model.ts'
import { type Faces, run, size } from './faces.ts'
import { smallCharacter, typeArea } from './page.ts'
import { runs } from './runs.ts'

/** 0.35 mm and 0.25 mm in eighths of a point (7.4.1). */
const heavy = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
const light = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

const spacing = { line: 480, lineRule: LineRuleType.EXACT } as const

/**
 * 版记: 抄送, then 印发机关 and 印发日期, between rules as wide as the type area (7.4). It hangs at the foot of the type area
 * of the page on which the paragraph after it stands, wherever the text ends, so that the last rule is the page's last line.
 */
export function imprintTable({ copies = [], organ, on }: Imprint, faces: Faces): Table {
  const text = run(faces.body, size.fourth, { characterSpacing: 0 })
  const label = smallCharacter * 3
  const copied = new Paragraph({
    spacing,
    alignment: AlignmentType.BOTH,
    indent: { left: label, hanging: label },
    children: runs(`抄送：${copies.join('，')}。`, text),
  })
  const printed = new Paragraph({
    spacing,
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width - 2 * smallCharacter }],
    children: runs(`${organ}\t${sayDay(on)}印发`, text),
  })
  return new Table({
    width: { type: WidthType.DXA, size: typeArea.width },
    columnWidths: [typeArea.width],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    margins: { left: smallCharacter, right: smallCharacter, top: 0, bottom: 0 },
    borders: { top: heavy, bottom: heavy, left: none, right: none, insideHorizontal: light, insideVertical: none },
    rows: (copies.length === 0 ? [printed] : [copied, printed]).map(
      (line) =>
        new TableRow({
          cantSplit: true,
          children: [new TableCell({ width: { type: WidthType.DXA, size: typeArea.width }, children: [line] })],
        }),
    ),
  })
}
