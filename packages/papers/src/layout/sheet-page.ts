import { codeLine } from '../sheet/code-line.ts'
import type { Sheet } from '../sheet/model.ts'
import { type Box, shift, space } from './box.ts'
import { millimetres, paper, size } from './measures.ts'
import type { Placed, SetPage, SetPaper, Style } from './model.ts'
import { paginate } from './paginate.ts'
import { pieces, setParagraph, setRow } from './paragraph.ts'
import type { SetOptions } from './report.ts'
import { addPart, type Setting } from './setting.ts'
import { withWatermark } from './watermark.ts'

/** Edges of working papers: 25 mm where they are bound (top when landscape, left when portrait). */
const narrow = millimetres(18)
const bound = millimetres(25)

export interface SheetFrame {
  readonly landscape: boolean
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const landscapeFrame: SheetFrame = {
  landscape: true,
  left: narrow,
  top: bound,
  width: paper.height - 2 * narrow,
  height: paper.width - bound - narrow,
}

export const portraitFrame: SheetFrame = {
  landscape: false,
  left: bound,
  top: millimetres(22),
  width: paper.width - bound - narrow,
  height: paper.height - millimetres(22) - narrow,
}

const small: Style = { face: 'body', size: size.fifth }
const pitch = 15

/** Organ and label above, check code and page count below, on every page. */
function edges(sheet: Sheet, frame: SheetFrame, [page, count]: readonly [number, number], setting: Setting): Placed[] {
  const { left, width, landscape } = frame
  const head = setRow(
    [
      { text: pieces(sheet.organ, small), at: 0 },
      { text: pieces(sheet.label ?? '', { ...small, face: 'strong' }), at: width, ends: true },
    ],
    { pitch },
    setting,
  )
  const foot = setRow(
    [
      { text: pieces(codeLine(sheet), small), at: 0 },
      { text: pieces(`第${page}页 共${count}页`, small), at: width, ends: true },
    ],
    { pitch },
    setting,
  )
  const height = landscape ? paper.width : paper.height
  return [
    ...head.items.map((item) => shift(item, left, millimetres(12))),
    ...foot.items.map((item) => shift(item, left, height - millimetres(10) - pitch)),
  ]
}

/** A working paper: its title, then what it holds. */
export function setSheetPages(
  sheet: Sheet,
  frame: SheetFrame,
  content: (setting: Setting) => readonly Box[],
  setting: Setting,
  watermark: SetOptions['watermark'],
): SetPaper {
  const title = setParagraph(
    pieces(sheet.title, { face: 'title', size: 20 }),
    { width: frame.width, pitch: 30, align: 'center', keepNext: true, whole: true, part: addPart(setting, 'H1') },
    setting,
  )
  const filled = paginate([...title, space(8, true), ...content(setting)], frame.height)
  const pages = filled.map(
    ({ items }, index): SetPage => ({
      width: frame.landscape ? paper.height : paper.width,
      height: frame.landscape ? paper.width : paper.height,
      items: [
        ...items.map((item) => shift(item, frame.left, frame.top)),
        ...edges(sheet, frame, [index + 1, filled.length], setting),
      ],
    }),
  )
  const set: SetPaper = { pages, parts: setting.parts, title: sheet.title, organ: sheet.organ, on: sheet.on }
  return watermark === undefined ? set : withWatermark(set, watermark, setting)
}
