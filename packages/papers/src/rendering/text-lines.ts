import { Buffer } from 'node:buffer'
import { descendants, parseXml, type XmlElement } from '../conformity/file/xml.ts'
import type { RenderedLine } from '../conformity/rendered/model.ts'
import { poppler } from './office.ts'

const mm = (points: string | undefined): number => (Number(points) * 25.4) / 72

interface Box {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** Boxes that share more than half of the lower one's height stand on one line. */
const sameLine = (a: Box, b: Box): boolean =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.bottom - a.top, b.bottom - b.top) / 2

const blockOf = (line: XmlElement): Box => {
  const words = [...descendants(line, 'word')]
  const { xMin, xMax, yMin, yMax } = line.attributes
  return {
    text: words.map((word) => word.children.join('')).join(' '),
    left: mm(xMin),
    right: mm(xMax),
    top: mm(yMin),
    bottom: mm(yMax),
  }
}

/** Pieces of one line, which tabs and justification part, joined from left to right; lines from top to bottom. */
function joined(boxes: readonly Box[]): readonly RenderedLine[] {
  const rows: Box[][] = []
  for (const box of boxes.toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    const row = rows.findLast((each) => each[0] !== undefined && sameLine(each[0], box))
    if (row) row.push(box)
    else rows.push([box])
  }
  return rows.map((row) => {
    const ordered = row.toSorted((a, b) => a.left - b.left)
    return {
      text: ordered.map(({ text }) => text).join(' '),
      left: Math.min(...ordered.map(({ left }) => left)),
      right: Math.max(...ordered.map(({ right }) => right)),
      top: Math.min(...ordered.map(({ top }) => top)),
      bottom: Math.max(...ordered.map(({ bottom }) => bottom)),
    }
  })
}

export interface TextPage {
  readonly width: number
  readonly height: number
  readonly lines: readonly RenderedLine[]
}

/** The lines of text of a PDF, page by page. */
export async function textPages(pdf: string): Promise<readonly TextPage[]> {
  const html = Buffer.from(await poppler('pdftotext', ['-bbox-layout', pdf, '-'])).toString('utf8')
  const root = parseXml(html.replace(/^<!DOCTYPE[^>]*>/, ''))
  return [...descendants(root, 'page')].map((page) => ({
    width: mm(page.attributes.width),
    height: mm(page.attributes.height),
    lines: joined([...descendants(page, 'line')].map(blockOf)),
  }))
}
