import type { RenderedPage, Rendering } from '../conformity/rendered/model.ts'
import { withPdfs } from './office.ts'
import { pageImage } from './page-image.ts'
import { textPages } from './text-lines.ts'

/** Pictures are taken of the pages that assertions look at: the first, and those with a 版记. */
async function renderedPages(pdf: string): Promise<readonly RenderedPage[]> {
  const pages = await textPages(pdf)
  const seen: RenderedPage[] = []
  for (const [index, page] of pages.entries()) {
    const pictured = index === 0 || page.lines.some(({ text }) => /印发$|^抄送/.test(text.trim()))
    seen.push({ ...page, ...(pictured ? await pageImage(pdf, index + 1) : { rules: [] }) })
  }
  return seen
}

/**
 * Papers as LibreOffice sets them, in order. Faces that are not installed are replaced by it: measures of glyphs are then those
 * of the stand-in. Throws when LibreOffice sets no page; ask `canRender` first.
 */
export const renderPapers = (papers: readonly Uint8Array[]): Promise<readonly Rendering[]> =>
  withPdfs(papers, async (paths) => {
    const out: Rendering[] = []
    for (const path of paths) out.push({ pages: await renderedPages(path) })
    return out
  })
