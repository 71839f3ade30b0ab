import type { OpenPackage } from '../file/parts.ts'
import { childOf, childrenOf, descendants, elementsOf, type XmlElement } from '../file/xml.ts'
import { leftoversOf } from './leftovers.ts'
import type { PaperLayout, ParagraphLayout, SectionLayout, TableLayout } from './model.ts'
import { readNumbering } from './numbering.ts'
import { type Reader, readParagraph } from './paragraph.ts'
import { isOn, numberOf, propertiesOf, readStyles } from './properties.ts'
import { readTheme } from './runs.ts'
import { type PartOf, readSection } from './sections.ts'

/** Relations of the main document: id → part. */
function relations({ xml }: OpenPackage): PartOf {
  const targets = new Map(
    childrenOf(xml('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target?.startsWith('/') ? attributes.Target.slice(1) : `word/${attributes.Target}`,
    ]),
  )
  return (id) => xml(targets.get(id) ?? '')
}

const usualPaper: SectionLayout = {
  width: 0,
  height: 0,
  landscape: false,
  margin: { top: 0, right: 0, bottom: 0, left: 0 },
  headerDistance: 0,
  snapPitch: undefined,
  firstPageDiffers: false,
  footers: {},
}

/** Containers that hold blocks without being one. */
const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:smartTag', 'w:customXml', 'w:ins', 'w:moveTo'])

/** Reads the body in order; every paragraph learns its section when the section's end is met. */
class BodyReader {
  readonly paragraphs: ParagraphLayout[] = []
  readonly tables: TableLayout[] = []
  section = 0
  #newPage = false
  readonly #reader: Reader

  constructor(reader: Reader) {
    this.#reader = reader
  }

  paragraph(element: XmlElement, place: ParagraphLayout['place']): void {
    const { inline, breaksBefore, ...layout } = readParagraph(element, this.#reader)
    for (const boxed of inline.boxed) this.paragraph(boxed, 'shape')
    const index = this.paragraphs.length + 1
    const broken = inline.pageBreak && layout.text.trim() !== '' && place === 'body'
    const startsPage = breaksBefore || this.#newPage || broken
    if (place === 'body') this.#newPage = inline.pageBreak && !broken
    this.paragraphs.push({ ...layout, index, place, section: this.section, startsPage })
  }

  endSection(properties: XmlElement | undefined): void {
    if (!properties) return
    this.section += 1
    this.#newPage = childOf(properties, 'w:type')?.attributes['w:val'] !== 'continuous'
  }

  table(element: XmlElement): void {
    const first = this.paragraphs.length + 1
    const rows = childrenOf(element, 'w:tr')
    const cells = rows.map((row) =>
      childrenOf(row, 'w:tc').map((cell) => {
        const from = this.paragraphs.length
        for (const child of elementsOf(cell)) this.block(child, 'table')
        return {
          text: this.paragraphs
            .slice(from)
            .map(({ text }) => text)
            .join('\n'),
          span: numberOf(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')?.attributes['w:val'], 1),
        }
      }),
    )
    this.tables.push({
      first,
      last: this.paragraphs.length,
      section: this.section,
      widths: childrenOf(childOf(element, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) =>
        numberOf(attributes['w:w']),
      ),
      rows: cells,
      headRows: rows.filter((row) => isOn(propertiesOf(childOf(row, 'w:trPr')), 'w:tblHeader')).length,
    })
  }

  block(element: XmlElement, place: 'body' | 'table'): void {
    if (element.name === 'w:p') {
      this.paragraph(element, place)
      this.endSection(childOf(childOf(element, 'w:pPr'), 'w:sectPr'))
    } else if (element.name === 'w:tbl') this.table(element)
    else if (wrappers.has(element.name)) for (const child of elementsOf(element)) this.block(child, place)
  }
}

/** Header paragraphs of the first page stand above everything: a 信函 carries its mark there. */
function firstHeader(section: XmlElement | undefined, partOf: PartOf): readonly XmlElement[] {
  const references = childrenOf(section, 'w:headerReference')
  const first = references.find(({ attributes }) => attributes['w:type'] === 'first')
  const part = childOf(section, 'w:titlePg') && first ? partOf(first.attributes['r:id']) : undefined
  return part ? [...descendants(part, 'w:p')] : []
}

/** The layout of an opened .docx. Throws `FileRefused` for parts that cannot be read. */
export function readLayout(open: OpenPackage): PaperLayout {
  const { xml } = open
  const body = childOf(xml('word/document.xml'), 'w:body')
  const reader: Reader = {
    styles: readStyles(xml('word/styles.xml')),
    theme: readTheme(xml('word/theme/theme1.xml')),
    number: readNumbering(xml('word/numbering.xml')),
  }
  const partOf = relations(open)
  const ends = [...(body ? descendants(body, 'w:sectPr') : [])]
  const sections: SectionLayout[] = []
  for (const end of ends) sections.push(readSection(end, sections.at(-1), partOf, reader))
  const read = new BodyReader(reader)
  for (const element of firstHeader(ends[0], partOf)) read.paragraph(element, 'header')
  for (const element of elementsOf(body)) read.block(element, 'body')
  const { paragraphs, tables } = read
  const evenAndOdd = childOf(xml('word/settings.xml'), 'w:evenAndOddHeaders')
  const core = xml('docProps/core.xml')
  const textIn = (name: string): string => childOf(core, name)?.children.join('') ?? ''
  return {
    paragraphs,
    tables,
    sections: sections.length > 0 ? sections : [usualPaper],
    evenAndOdd: evenAndOdd !== undefined && !['0', 'false', 'off'].includes(evenAndOdd.attributes['w:val'] ?? '1'),
    properties: {
      creator: textIn('dc:creator'),
      lastModifiedBy: textIn('cp:lastModifiedBy'),
      company: childOf(xml('docProps/app.xml'), 'Company')?.children.join('') ?? '',
    },
    leftovers: leftoversOf(open),
    faces: [
      ...new Set(
        paragraphs.flatMap(({ runs }) => runs.filter(({ text }) => text.trim() !== '').map(({ face }) => face)),
      ),
    ].sort(),
  }
}
