import {
  AlignmentType,
  BorderStyle,
  Footer,
  HeightRule,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type Faces, run, size } from './faces.ts'
import { margin, millimetres, paper, smallCharacter } from './page.ts'

/** The line of the number; its dash stands in the middle, 7 mm below the type area (7.5). */
const line = 400
export const footerDistance = margin.bottom - millimetres(7) - line / 2

/** `— 1 —` in 4号宋体, a dash on either side (7.5). */
const number = (faces: Faces): TextRun =>
  new TextRun({
    ...run(faces.plain, size.fourth),
    children: ['— ', PageNumber.CURRENT, ' —'],
  })

type Side = 'odd' | 'even'

/** Height of the line below the number that carries a paper's mark. */
export const markLine = 240

/** Small enough to stand outside the text: GB/T 9704 knows no such line. */
const markSize = 15

/** What stands below the number and lifts it: a paper's mark, or nothing. */
export interface BelowNumber {
  /** Twips. */
  readonly height: number
  readonly mark?: string | undefined
}

const lifting = ({ height, mark }: BelowNumber, faces: Faces): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: height, lineRule: LineRuleType.EXACT },
    children: mark === undefined ? [] : [new TextRun({ ...run(faces.plain, markSize), text: mark })],
  })

/** Odd pages right, even pages left, one 字 free (7.5). */
const upright = (side: Side, faces: Faces, below: BelowNumber): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: smallCharacter } : { left: smallCharacter },
        spacing: { line, lineRule: LineRuleType.EXACT },
        children: [number(faces)],
      }),
      ...(below.height === 0 ? [] : [lifting(below, faces)]),
    ],
  })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/**
 * On a turned page the number stays where the bound paper has it (8): at the left edge, its line turned clockwise, near
 * the lower end on odd pages and near the upper on even ones. A floating table holds it, since a footer has no other
 * turned text that both Word and WPS place alike.
 */
function turnedFooter(side: Side, faces: Faces, { mark }: BelowNumber): Footer {
  const length = millimetres(40)
  const top = side === 'odd' ? paper.width - margin.right - length - smallCharacter : margin.left + smallCharacter
  return new Footer({
    children: [
      new Table({
        float: {
          horizontalAnchor: TableAnchorType.PAGE,
          absoluteHorizontalPosition: margin.bottom - millimetres(7) - line / 2,
          verticalAnchor: TableAnchorType.PAGE,
          absoluteVerticalPosition: top,
        },
        width: { type: WidthType.DXA, size: line },
        columnWidths: [line],
        layout: TableLayoutType.FIXED,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        borders: noBorders,
        rows: [
          new TableRow({
            height: { value: length, rule: HeightRule.EXACT },
            children: [
              new TableCell({
                width: { type: WidthType.DXA, size: line },
                textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
                verticalAlign: VerticalAlignTable.CENTER,
                children: [
                  new Paragraph({
                    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
                    spacing: { line, lineRule: LineRuleType.EXACT },
                    children: [number(faces)],
                  }),
                ],
              }),
            ],
          }),
        ],
      }),
      lifting({ height: mark === undefined ? 20 : markLine, mark }, faces),
    ],
  })
}

/** Footers of a section; the document must switch odd and even pages on. */
export const pageNumbers = (
  landscape: boolean,
  faces: Faces,
  below: BelowNumber,
): { default: Footer; even: Footer } => {
  const footer = landscape ? turnedFooter : upright
  return { default: footer('odd', faces, below), even: footer('even', faces, below) }
}
