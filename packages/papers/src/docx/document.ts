import { Document, type ISectionOptions, Packer } from 'docx'
import { xmlSafe } from '../paper/text.ts'
import { ownLimits, readZip } from '../zip/read.ts'
import { writeZip } from '../zip/write.ts'
import { alternatives, type Faces, styles } from './faces.ts'

/** What a file says of itself. No person and no machine is named in it. */
export interface Imprinted {
  readonly title: string
  /** The organ that answers for the paper; may be empty. */
  readonly organ: string
  /** `YYYY-MM-DD`; the file's own dates, since the clock of the machine must not enter. */
  readonly on?: string | undefined
}

const escaped = (text: string): string => xmlSafe(text).replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

const coreProperties = ({ title, organ, on = '1980-01-01' }: Imprinted): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(organ)}</dc:creator>` +
  `<cp:lastModifiedBy>${escaped(organ)}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:modified></cp:coreProperties>`

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Faces by name, each with the name to try next. */
const fontTable = (faces: Faces): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${main}">` +
  [...new Set(Object.values(faces) as string[])]
    .map((name) => {
      const next = alternatives[name]
      const alternative = next === undefined ? '' : `<w:altName w:val="${next}"/>`
      return `<w:font w:name="${escaped(name)}">${alternative}<w:charset w:val="86"/></w:font>`
    })
    .join('') +
  '</w:fonts>'

/**
 * 22 lines of 28 characters (5.2.3), which programs keep only when told: no line left empty for the sake of a lone one, no mark hung
 * into the margin, no gap between Han and digits. The library does not name these for defaults.
 */
const strictGrid = ['widowControl', 'overflowPunct', 'autoSpaceDE', 'autoSpaceDN'].map(
  (name) => `<w:${name} w:val="0"/>`,
)

const withStrictGrid = (styles: Uint8Array): Uint8Array => {
  const [before, after, more] = new TextDecoder().decode(styles).split('<w:pPrDefault><w:pPr>')
  if (after === undefined || more !== undefined) throw new Error('styles without defaults of paragraphs')
  return new TextEncoder().encode(`${before}<w:pPrDefault><w:pPr>${strictGrid.join('')}${after}`)
}

/** The bytes of a .docx; equal for equal input. */
export async function packDocument(
  sections: readonly ISectionOptions[],
  about: Imprinted,
  faces: Faces,
): Promise<Uint8Array> {
  const document = new Document({
    sections,
    styles: styles(faces),
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 420,
  })
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(about) },
    { path: 'word/fontTable.xml', data: fontTable(faces) },
  ])
  const parts = await readZip(packed, ownLimits)
  return writeZip(
    parts.map(({ path, bytes }) => ({ path, bytes: path === 'word/styles.xml' ? withStrictGrid(bytes) : bytes })),
  )
}
