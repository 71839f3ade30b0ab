import { DocumentGridType, Footer, type Header, type ISectionOptions, PageOrientation, SectionType } from 'docx'
import type { Faces } from './faces.ts'
import type { Stretch } from './flow.ts'
import { linePitch, margin, paper, turned } from './page.ts'
import { footerDistance, markLine, pageNumbers } from './page-number.ts'

/** Head and foot of a first page that has its own. */
export interface FirstPage {
  readonly header: Header
  readonly footer: Footer
  /** Twips from the page's edge. */
  readonly headerDistance: number
  readonly footerDistance: number
}

/** A stretch as a section: its own page, the grid of 22 lines, page numbers that run on. */
export function section(
  { landscape, children, back }: Stretch,
  faces: Faces,
  mark?: string,
  first?: FirstPage,
): ISectionOptions {
  // The number keeps its place; a mark stands below it, or the room that the first page's foot needs.
  const footer = first?.footerDistance ?? footerDistance - (mark === undefined ? 0 : markLine)
  const below = { height: footerDistance - footer, mark }
  const edges = landscape ? turned.margin : margin
  return {
    properties: {
      titlePage: first !== undefined,
      type: back ? SectionType.EVEN_PAGE : SectionType.NEXT_PAGE,
      page: {
        // The library turns width and height round for landscape by itself.
        size: { ...paper, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...edges, header: first?.headerDistance ?? 850, footer: landscape ? 400 : footer, gutter: 0 },
      },
      // The exact pitch of each paragraph makes the 22 lines. A grid that snaps would stretch titles and table lines.
      grid: { type: DocumentGridType.DEFAULT, linePitch },
    },
    ...(first && { headers: { first: first.header } }),
    // A page of the 版记 alone is not numbered (7.5), nor a blank one before it.
    footers: back
      ? { default: new Footer({ children: [] }), even: new Footer({ children: [] }) }
      : { ...pageNumbers(landscape, faces, below), ...(first && { first: first.footer }) },
    children,
  }
}
