import type { PaperLayout, ParagraphLayout, SectionLayout } from '../layout/model.ts'
import { millimetres } from '../standard.ts'
import { wrap } from './wrap.ts'

/** A line of text on a drawn page, in millimetres from its top left corner. */
export interface OutlineLine {
  readonly paragraph: number
  readonly text: string
  readonly x: number
  /** Of the glyphs' top. */
  readonly y: number
  readonly width: number
  /** Height of a 字. */
  readonly size: number
  readonly color: string
  readonly anchor: 'start' | 'middle' | 'end'
}

/** A straight line or the edge of a cell. */
export interface OutlineBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: string
  readonly kind: 'rule' | 'cell'
}

export interface OutlinePage {
  readonly width: number
  readonly height: number
  /** 版心. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly lines: readonly OutlineLine[]
  readonly boxes: readonly OutlineBox[]
}

interface OpenPage extends OutlinePage {
  readonly lines: OutlineLine[]
  readonly boxes: OutlineBox[]
}

const point = 25.4 / 72

/** Height of a line: exact as said, else what the size needs. */
function pitchOf({ spacing: { rule, line } }: ParagraphLayout, size: number, snap: number | undefined): number {
  if (rule === 'exact') return millimetres(line)
  const natural = Math.max(size * 1.3, snap === undefined ? 0 : millimetres(snap))
  return rule === 'auto' ? natural * (line / 240) : Math.max(natural, millimetres(line))
}

const colorOf = (color: string): string => (color === 'auto' ? '000000' : color)

/** Sets a paper roughly as a word processor would: good for showing where a fault stands, not for measuring. */
class Setter {
  readonly pages: OpenPage[] = []
  y = 0

  get page(): OpenPage {
    return this.pages.at(-1) as OpenPage
  }

  open(section: SectionLayout): void {
    const { width, height, margin } = section
    const area = {
      x: millimetres(margin.left),
      y: millimetres(margin.top),
      width: millimetres(width - margin.left - margin.right),
      height: millimetres(height - margin.top - margin.bottom),
    }
    this.pages.push({ width: millimetres(width), height: millimetres(height), area, lines: [], boxes: [] })
    this.y = area.y
  }

  /** Room for a line; a page that is full ends here. */
  room(height: number, section: SectionLayout): void {
    const { area } = this.page
    if (this.y + height > area.y + area.height + 0.5 && this.y > area.y) this.open(section)
  }

  paragraph(paragraph: ParagraphLayout, section: SectionLayout): void {
    const { indent, spacing, align, borders, runs, index } = paragraph
    const size = ((runs[0]?.size ?? 32) / 2) * point
    const tracking = millimetres(runs[0]?.tracking ?? 0)
    const pitch = pitchOf(paragraph, size, section.snapPitch)
    const { area } = this.page
    const left = area.x + millimetres(indent.left)
    const width = Math.max(size, area.width - millimetres(indent.left + indent.right))
    const first = millimetres(indent.firstLine)
    this.y += millimetres(spacing.before)
    wrap(paragraph.text, { width, first, advance: size + tracking }).forEach((text, at) => {
      this.room(pitch, section)
      const x =
        { center: left + width / 2, right: left + width }[align as 'center' | 'right'] ?? left + (at === 0 ? first : 0)
      const anchor = align === 'center' ? 'middle' : align === 'right' ? 'end' : 'start'
      const taken = [...text].length * (size + tracking)
      if (text.trim() !== '')
        this.page.lines.push({
          paragraph: index,
          text,
          x,
          y: this.y + Math.max(0, (pitch - size) / 2),
          width: Math.min(width, taken),
          size,
          color: colorOf(runs.find((run) => run.text.trim() !== '')?.color ?? 'auto'),
          anchor,
        })
      this.y += pitch
    })
    for (const border of [borders.top, borders.bottom])
      if (border)
        this.page.boxes.push({
          x: left,
          y: border === borders.top ? this.y - pitch : this.y,
          width,
          height: Math.max(0.3, (border.size / 8) * point),
          color: colorOf(border.color),
          kind: 'rule',
        })
    this.y += millimetres(spacing.after)
  }

  /** 版记 and its like: from the foot of the last page upwards. */
  frames(framed: readonly ParagraphLayout[], section: SectionLayout): void {
    const { area } = this.page
    const heights = framed.map((each) => {
      if (each.fill !== '') return millimetres(each.spacing.line)
      const size = ((each.runs[0]?.size ?? 28) / 2) * point
      const room = area.width - millimetres(each.indent.left + each.indent.right)
      const lines = wrap(each.text, { width: room, first: millimetres(each.indent.firstLine), advance: size })
      return lines.length * pitchOf(each, size, undefined)
    })
    this.y = area.y + area.height - heights.reduce((sum, height) => sum + height, 0)
    for (const [at, each] of framed.entries()) {
      if (each.fill === '') {
        this.paragraph(each, section)
        continue
      }
      const height = heights[at] ?? 0
      this.page.boxes.push({ x: area.x, y: this.y, width: area.width, height, color: each.fill, kind: 'rule' })
      this.y += height
    }
  }

  table({ first, last, rows, widths }: PaperLayout['tables'][number], section: SectionLayout): void {
    const total = widths.reduce((sum, width) => sum + width, 0) || 1
    const size = 3.6
    let paragraph = first
    for (const row of rows) {
      let column = 0
      const cells = row.map(({ text, span }) => {
        const share = widths.slice(column, column + span).reduce((sum, width) => sum + width, 0) / total
        const before = widths.slice(0, column).reduce((sum, width) => sum + width, 0) / total
        column += span
        const width = share * this.page.area.width
        const lines = text.split('\n').flatMap((line) => wrap(line, { width: width - 2, first: 0, advance: size }))
        const at = Math.min(last, paragraph)
        paragraph += text.split('\n').length
        return { lines, width, x: this.page.area.x + before * this.page.area.width, at }
      })
      const height = Math.max(...cells.map(({ lines }) => lines.length), 1) * size * 1.5 + 1.4
      this.room(height, section)
      for (const { lines, width, x, at } of cells) {
        this.page.boxes.push({ x, y: this.y, width, height, color: '000000', kind: 'cell' })
        lines.forEach((text, line) => {
          const y = this.y + 0.9 + line * size * 1.5
          this.page.lines.push({
            paragraph: at,
            text,
            x: x + 1,
            y,
            width: width - 2,
            size,
            color: '000000',
            anchor: 'start',
          })
        })
      }
      this.y += height
    }
  }
}

/** Pages as they roughly look; most of a hundred of them. */
export function outlineOf({ paragraphs, tables, sections }: PaperLayout): readonly OutlinePage[] {
  const setter = new Setter()
  const sectionAt = (index: number): SectionLayout => sections[Math.min(index, sections.length - 1)] as SectionLayout
  const framed = paragraphs.filter((each) => each.framed)
  const heads = paragraphs.filter(({ place }) => place === 'header')
  let current = 0
  setter.open(sectionAt(0))
  if (heads.length > 0) {
    setter.y = millimetres(sectionAt(0).headerDistance)
    for (const head of heads) setter.paragraph(head, sectionAt(0))
    setter.y = Math.max(setter.y, setter.page.area.y)
  }
  for (const paragraph of paragraphs) {
    if (setter.pages.length > mostPages) break
    const section = sectionAt(paragraph.section)
    if (paragraph.place === 'header' || paragraph.framed) continue
    const fresh = paragraph.section !== current || paragraph.startsPage
    if (fresh && setter.y > setter.page.area.y) setter.open(section)
    current = paragraph.section
    const table = tables.find(({ first, last }) => paragraph.index >= first && paragraph.index <= last)
    if (table?.first === paragraph.index) setter.table(table, section)
    if (!table) setter.paragraph(paragraph, section)
  }
  if (framed.length > 0) setter.frames(framed, sectionAt(current))
  return setter.pages
}

const mostPages = 100
