import { Buffer } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { type Drawn, drawPaper, type Embedded } from '../fonts/drawn.ts'
import type { FontSet } from '../fonts/font-set.ts'
import type { Colour, PlacedRule, SetPaper } from '../layout/model.ts'
import { structureOf } from './structure.ts'

export interface WrittenPages {
  readonly bytes: Uint8Array
  /** Names of the fonts that are embedded. */
  readonly fonts: readonly string[]
  /** Characters that no font has; they show as boxes. */
  readonly missing: readonly string[]
}

const colours: Record<Colour, string> = { black: '#000000', red: '#ff0000', grey: '#d9d9d9' }

const drawRule = (pdf: PDFKit.PDFDocument, { x, y, width, height, colour = 'black' }: PlacedRule): void => {
  pdf.rect(x, y, width, height).fill(colours[colour])
}

function drawText(pdf: PDFKit.PDFDocument, text: Drawn, fonts: readonly Embedded[]): void {
  const { x, y, size, colour = 'black', narrow = 1, spacing, turn = 0 } = text
  pdf.font(fonts[text.font]?.id ?? '', size).fillColor(colours[colour])
  if (turn !== 0) pdf.save().rotate(turn, { origin: [x, y] })
  // The types of the library do not know that text can be drawn narrower.
  const options: PDFKit.Mixins.TextOptions & { horizontalScaling: number } = {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: spacing / narrow,
    horizontalScaling: narrow * 100,
  }
  pdf.text(text.text, x, y, options)
  if (turn !== 0) pdf.restore()
}

/**
 * A set paper as tagged PDF 1.7: fonts embedded, text selectable in reading order, everything that is only shown marked as such.
 * The same paper and fonts give the same bytes: the file carries the paper's own day and no clock, person or machine.
 */
export async function writePdf(paper: SetPaper, fonts: FontSet): Promise<WrittenPages> {
  const drawn = drawPaper(paper, fonts)
  const day = new Date(`${paper.on ?? '1980-01-01'}T00:00:00Z`)
  const pdf = new PDFDocument({
    pdfVersion: '1.7',
    autoFirstPage: false,
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    font: '',
    info: {
      Title: paper.title,
      Author: paper.organ,
      CreationDate: day,
      ModDate: day,
      Producer: 'Quanheng',
      Creator: 'Quanheng',
    },
  })
  const whole = buffer(pdf)
  for (const { id, bytes } of drawn.fonts) pdf.registerFont(id, Buffer.from(bytes))
  const structure = structureOf(pdf, paper.parts)
  for (const [index, { width, height, items }] of paper.pages.entries()) {
    pdf.addPage({ size: [width, height], margin: 0 })
    pdf.markContent('Artifact', { type: 'Layout' })
    for (const item of items) if (item.kind === 'rule') drawRule(pdf, item)
    pdf.endMarkedContent()
    structure.page(drawn.pages[index] ?? [], (text) => drawText(pdf, text, drawn.fonts))
  }
  structure.end()
  pdf.end()
  return {
    bytes: new Uint8Array(await whole),
    fonts: drawn.fonts.map(({ name }) => name),
    missing: drawn.missing,
  }
}
