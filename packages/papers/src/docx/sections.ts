import { DocumentGridType, type ISectionOptions, PageOrientation, SectionType } from 'docx'
import type { Faces } from './faces.ts'
import type { Stretch } from './flow.ts'
import { linePitch, margin, paper, turned } from './page.ts'
import { footerDistance, markLine, pageNumbers } from './page-number.ts'

/** A stretch as a section: its own page, the grid of 22 lines, page numbers that run on. */
export function section({ landscape, children }: Stretch, faces: Faces, mark?: string): ISectionOptions {
  // The number keeps its place; the mark stands below it.
  const footer = footerDistance - (mark === undefined ? 0 : markLine)
  const edges = landscape ? turned.margin : margin
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // The library turns width and height round for landscape by itself.
        size: { ...paper, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...edges, header: 850, footer: landscape ? 400 : footer, gutter: 0 },
      },
      // The exact pitch of each paragraph makes the 22 lines. A grid that snaps would stretch titles and table lines.
      grid: { type: DocumentGridType.DEFAULT, linePitch },
    },
    footers: pageNumbers(landscape, faces, mark),
    children,
  }
}
