import {
  AlignmentType,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { packDocument } from '../docx/document.ts'
import { type Faces, run, size } from '../docx/faces.ts'
import { millimetres, paper } from '../docx/page.ts'
import { runs } from '../docx/runs.ts'
import { codeLine } from './code-line.ts'
import type { Sheet } from './model.ts'

/** Edges of working papers: 25 mm where they are bound (top when landscape, left when portrait), 18 mm elsewhere. */
const wide = millimetres(25)
const narrow = millimetres(18)

export type Orientation = 'landscape' | 'portrait'

export const sheetWidth = (orientation: Orientation): number =>
  orientation === 'landscape' ? paper.height - 2 * narrow : paper.width - wide - narrow

const small = { spacing: { line: 300, lineRule: LineRuleType.EXACT } } as const

function head({ organ, label }: Sheet, orientation: Orientation, faces: Faces): Header {
  return new Header({
    children: [
      new Paragraph({
        ...small,
        tabStops: [{ type: TabStopType.RIGHT, position: sheetWidth(orientation) }],
        children: [
          ...runs(organ, run(faces.body, size.fifth)),
          ...runs(label ? `\t${label}` : '', run(faces.strong, size.fifth)),
        ],
      }),
    ],
  })
}

function foot(sheet: Sheet, orientation: Orientation, faces: Faces): Footer {
  return new Footer({
    children: [
      new Paragraph({
        ...small,
        tabStops: [{ type: TabStopType.RIGHT, position: sheetWidth(orientation) }],
        children: [
          ...runs(codeLine(sheet), run(faces.body, size.fifth)),
          new TextRun({
            ...run(faces.body, size.fifth),
            children: ['\t第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'],
          }),
        ],
      }),
    ],
  })
}

const title = (sheet: Sheet, faces: Faces): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { after: 160, line: 600, lineRule: LineRuleType.EXACT },
    children: runs(sheet.title, run(faces.title, 40)),
  })

/** A working paper as .docx: title, then what it holds, with organ and label in the head and check code in the foot. */
export function packSheet(
  sheet: Sheet,
  orientation: Orientation,
  children: readonly FileChild[],
  faces: Faces,
): Promise<Uint8Array> {
  const landscape = orientation === 'landscape'
  const header = head(sheet, orientation, faces)
  const footer = foot(sheet, orientation, faces)
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { ...paper, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: {
          top: landscape ? wide : millimetres(22),
          left: landscape ? narrow : wide,
          right: narrow,
          bottom: narrow,
          header: millimetres(12),
          footer: millimetres(10),
          gutter: 0,
        },
      },
    },
    headers: { default: header, even: header },
    footers: { default: footer, even: footer },
    children: [title(sheet, faces), ...children],
  }
  return packDocument([section], { title: sheet.title, organ: sheet.organ, on: sheet.on }, faces)
}
