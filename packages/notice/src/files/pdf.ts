import { getDocumentProxy } from 'unpdf'
import { dateLine } from '../text/dates.ts'
import { labelOf } from '../text/labels.ts'
import { attachmentMark, paperKind } from '../text/parts.ts'
import type { Source, SourceBlock } from '../text/source.ts'
import { unparted } from '../text/unwrap.ts'
import { FileRefused } from './file-error.ts'

const mostPages = 500

interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

interface PrintedLine {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
}

/** Pieces of one page as lines from the top; a wide gap between pieces is a column. */
function linesOf(pieces: readonly Piece[]): readonly PrintedLine[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: Piece[][] = []
  for (const piece of sorted) {
    const row = rows.at(-1)
    const level = row?.[0]
    if (row && level && Math.abs(level.y - piece.y) < Math.max(2, level.size * 0.45)) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const ordered = row.sort((a, b) => a.x - b.x)
    const [first] = ordered as [Piece, ...Piece[]]
    let text = ''
    let end = first.x
    for (const piece of ordered) {
      const gap = piece.x - end
      if (text !== '' && gap > piece.size * 1.8) text += '\t'
      else if (text !== '' && gap > piece.size * 0.35) text += ' '
      text += piece.text
      end = Math.max(end, piece.x + piece.width)
    }
    return { text: text.trim(), x: first.x, end, y: first.y, size: Math.max(...ordered.map(({ size }) => size)) }
  })
}

const pageNumber =
  /^(?:[-—－·\s]*\d{1,3}[-—－·\s]*|第\s?\d{1,3}\s?页(?:\s?[，,/]?\s?共\s?\d{1,3}\s?页)?|\d{1,3}\s?\/\s?\d{1,3})$/

/** First and last lines that stand on most pages are running heads. */
function runningHeads(pages: readonly (readonly PrintedLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const line of new Set([lines[0], lines.at(-1)]))
      if (line) counts.set(line.text, (counts.get(line.text) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 3 && count > pages.length * 0.6).map(([text]) => text))
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

const edge = /(?<=[\u4e00-\u9fa5（〔《“]) (?=[0-9A-Za-z](?!\d{2,3}-|\d{6}))|(?<=[0-9A-Za-z%‰〕]) (?=[\u4e00-\u9fa5])/g
const bare = /[\u4e00-\u9fa5][0-9A-Za-z]|[0-9A-Za-z%][\u4e00-\u9fa5]/g

/** Word and its like set figures a little apart from characters; where a paper does so throughout, nobody typed the space. */
function unspaced(pages: readonly (readonly PrintedLine[])[]): readonly (readonly PrintedLine[])[] {
  const count = (pattern: RegExp) => pages.flat().reduce((sum, { text }) => sum + [...text.matchAll(pattern)].length, 0)
  const apart = count(edge)
  if (apart < 6 || apart < 1.5 * count(bare)) return pages
  return pages.map((lines) => lines.map((line) => ({ ...line, text: line.text.replace(edge, '') })))
}

/** A whole title at the width of the page is no open line. */
const isTitle = (text: string): boolean => paperKind.test(text) && !/[，。：]/.test(text)

/** Joins the lines of a paragraph: one that reaches the right edge goes on in the next that starts at the left edge. */
function paragraphs(lines: readonly PrintedLine[]): readonly SourceBlock[] {
  const left = quantile(
    lines.map(({ x }) => x),
    0.15,
  )
  const right = quantile(
    lines.map(({ end }) => end),
    0.9,
  )
  const blocks: { kind: 'line'; text: string }[] = []
  let open: PrintedLine | undefined
  for (const line of lines) {
    const last = blocks.at(-1)
    const begins =
      labelOf(line.text) !== undefined || attachmentMark(line.text) !== undefined || dateLine(line.text) !== undefined
    const goesOn =
      open &&
      last &&
      open.end > right - open.size * (2.2 + 0.6 * (unparted.exec(line.text)?.[0].length ?? 0)) &&
      line.x < left + line.size * 1.2 &&
      !line.text.includes('\t') &&
      !begins &&
      !dateLine(open.text) &&
      !isTitle(last.text)
    if (goesOn && last)
      last.text += /[A-Za-z0-9]$/.test(last.text) && /^[A-Za-z0-9]/.test(line.text) ? ` ${line.text}` : line.text
    else blocks.push({ kind: 'line', text: line.text })
    open = /[。！？：:]$/.test(line.text) && line.end < right - line.size ? undefined : line
  }
  return blocks
}

interface Page {
  readonly number: number
  readonly pieces: readonly Piece[]
}

/** Codes of pdf.js: shadings and images, and paths that are more than an edge to cut at. */
const [firstPaint, lastPaint, path, onlyEdge] = [62, 90, 91, 28]

/** What pdf.js calls the list of what a page draws. */
const drawing = 'getOperatorList'

/** Whether a page without text shows anything: an empty sheet is no picture of words. */
const paints = ({
  fnArray,
  argsArray,
}: {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}) =>
  fnArray.some((code, at) => {
    if (code === path) return (argsArray[at] as readonly unknown[] | null)?.[0] !== onlyEdge
    return code >= firstPaint && code <= lastPaint
  })

/** The pages that show anything, with their numbers. */
async function piecesOf(bytes: Uint8Array): Promise<readonly Page[]> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, verbosity: 0 })
    const pages: Page[] = []
    if (document.numPages > mostPages) throw new FileRefused('noticeFile.tooMuchText')
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
        return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || 10 }]
      })
      if (pieces.length > 0 || paints(await page[drawing]())) pages.push({ number, pieces })
      page.cleanup()
    }
    await document.loadingTask.destroy()
    return pages
  } catch (error) {
    if (error instanceof FileRefused) throw error
    const name = error instanceof Error ? error.name : ''
    throw new FileRefused(name === 'PasswordException' ? 'noticeFile.encrypted' : 'noticeFile.damaged', error)
  }
}

/** Reads the text layer of a PDF; pages without one are named as unreadable. */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  const shown = await piecesOf(bytes)
  const pages = unspaced(shown.map(({ pieces }) => linesOf(pieces)))
  const heads = runningHeads(pages)
  const lines = pages.flatMap((page) =>
    page.filter(({ text }) => text !== '' && !pageNumber.test(text) && !heads.has(text)),
  )
  const unreadable = shown.flatMap(({ number, pieces }) => (pieces.length === 0 ? [number] : []))
  if (lines.length === 0) throw new FileRefused('noticeFile.noText')
  return {
    blocks: paragraphs(lines),
    remarks: unreadable.length > 0 ? [{ kind: 'unreadablePages', pages: unreadable }] : [],
  }
}
