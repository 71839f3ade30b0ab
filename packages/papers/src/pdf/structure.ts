import type { Drawn } from '../fonts/drawn.ts'
import type { Part, Tag } from '../layout/model.ts'

/** Pages give their texts in turn; `end` closes the tree. */
export interface Structure {
  readonly page: (texts: readonly Drawn[], draw: (text: Drawn) => void) => void
  readonly end: () => void
}

/** What a cell of a head is told to be the head of. */
const optionsOf = (tag: Tag): PDFKit.Mixins.StructureElementOptions | undefined =>
  tag === 'TH' ? ({ scope: 'Column' } as PDFKit.Mixins.StructureElementOptions) : undefined

/** The parts of a paper as the structure tree of a PDF, in reading order, each with its texts on whatever pages they stand. */
export function structureOf(pdf: PDFKit.PDFDocument, parts: readonly Part[]): Structure {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const elements = parts.map(({ tag }) => pdf.struct(tag, optionsOf(tag)))
  for (const [index, { within }] of parts.entries()) {
    const parent = within === undefined ? root : elements[within]
    const element = elements[index]
    if (parent && element) parent.add(element)
  }
  return {
    page(texts, draw) {
      let open: number | undefined | 'none' = 'none'
      const close = () => {
        if (open !== 'none') pdf.endMarkedContent()
      }
      for (const text of texts) {
        if (open !== text.part) {
          close()
          const element = text.part === undefined ? undefined : elements[text.part]
          const tag = text.part === undefined ? undefined : parts[text.part]?.tag
          if (element && tag) element.add(pdf.markStructureContent(tag))
          else pdf.markContent('Artifact', { type: 'Pagination' })
          open = text.part
        }
        draw(text)
      }
      close()
    },
    end: () => root.end(),
  }
}
