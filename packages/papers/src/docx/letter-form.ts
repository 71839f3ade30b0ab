import { AlignmentType, BorderStyle, Footer, Header, LineRuleType, Paragraph, TabStopType } from 'docx'
import type { Letter } from '../paper/model.ts'
import { type Faces, red, run, size } from './faces.ts'
import { markGlyphs } from './mark.ts'
import { linePitch, margin, millimetres, paper, typeArea } from './page.ts'
import { runs } from './runs.ts'
import type { FirstPage } from './sections.ts'

/** The two double rules of a 信函 are 170 mm long and centred on the page (10.1), so they reach out of the type area. */
const outside = Math.round((paper.width - millimetres(170)) / 2)
const reach = { left: outside - margin.left, right: outside - margin.right } as const

const doubleRule = (
  style: 'thickThinSmallGap' | 'thinThickSmallGap',
  height: number,
  side: 'top' | 'bottom',
): Paragraph =>
  new Paragraph({
    indent: reach,
    spacing: { line: height, lineRule: LineRuleType.EXACT },
    border: { [side]: { style, size: 24, color: red, space: 0 } },
    children: runs(' ', { size: 2 }),
  })

/** The mark's top edge 30 mm from the page's top, the first rule 4 mm below it; the second rule 20 mm above its foot. */
export function letterFirstPage({ letterhead: { organs } }: Letter, faces: Faces): FirstPage {
  const { points, glyphs, line, inset } = markGlyphs(organs[0] ?? '', faces, typeArea.width)
  const mark = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line, lineRule: LineRuleType.EXACT },
    children: glyphs,
  })
  const below = millimetres(4) - (line - inset - points * 20)
  return {
    header: new Header({
      children: [mark, doubleRule(BorderStyle.THICK_THIN_SMALL_GAP, Math.max(20, below), 'bottom')],
    }),
    footer: new Footer({ children: [doubleRule(BorderStyle.THIN_THICK_SMALL_GAP, 20, 'bottom')] }),
    headerDistance: millimetres(30) - inset,
    footerDistance: millimetres(20),
  }
}

/** Under the first rule: urgency flush left, the number flush right (10.1), 7/8 of a 3号 character below. */
export const letterNumber = ({ urgency, number = '' }: Letter, faces: Faces): Paragraph =>
  new Paragraph({
    spacing: { before: Math.round(16 * 20 * (7 / 8)) - (linePitch - 320) },
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width }],
    children: [
      ...runs(urgency ?? '', run(faces.strong, size.third)),
      ...runs(`\t${number}`, run(faces.body, size.third)),
    ],
  })
