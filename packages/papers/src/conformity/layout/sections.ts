import { childOf, childrenOf, descendants, type XmlElement } from '../file/xml.ts'
import type { BorderLayout, FooterLayout, SectionLayout } from './model.ts'
import { type Reader, readParagraph } from './paragraph.ts'
import { numberOf } from './properties.ts'

/** The part that a relation of the main document leads to, or nothing. */
export type PartOf = (relation: string | undefined) => XmlElement | undefined

/** The paragraph that carries the number; else the first with anything in it. */
function readFooter(part: XmlElement | undefined, reader: Reader): FooterLayout | undefined {
  if (!part) return undefined
  const paragraphs = [...descendants(part, 'w:p')].map((element) => readParagraph(element, reader))
  const isNumber = ({ inline }: (typeof paragraphs)[number]) => /\bPAGE\b/.test(inline.fields)
  const carrier = paragraphs.find(isNumber) ?? paragraphs.find(({ text }) => text.trim() !== '') ?? paragraphs[0]
  return {
    align: carrier?.align ?? 'left',
    text: carrier?.text ?? '',
    hasPageNumber: paragraphs.some(isNumber),
    runs: carrier?.runs ?? [],
    lines: paragraphs.flatMap(({ borders }) =>
      [borders.top, borders.bottom].filter((line): line is BorderLayout => line !== undefined),
    ),
  }
}

/** One `w:sectPr`; footers that it does not name are those of the section before. */
export function readSection(
  element: XmlElement | undefined,
  before: SectionLayout | undefined,
  partOf: PartOf,
  reader: Reader,
): SectionLayout {
  const size = childOf(element, 'w:pgSz')?.attributes ?? {}
  const edges = childOf(element, 'w:pgMar')?.attributes ?? {}
  const grid = childOf(element, 'w:docGrid')?.attributes ?? {}
  const title = childOf(element, 'w:titlePg')
  const footer = (type: 'default' | 'even' | 'first'): FooterLayout | undefined => {
    const reference = childrenOf(element, 'w:footerReference').find(
      ({ attributes }) => (attributes['w:type'] ?? 'default') === type,
    )
    return reference ? readFooter(partOf(reference.attributes['r:id']), reader) : before?.footers[type]
  }
  const [usual, even, first] = [footer('default'), footer('even'), footer('first')]
  return {
    width: numberOf(size['w:w']),
    height: numberOf(size['w:h']),
    landscape: numberOf(size['w:w']) > numberOf(size['w:h']),
    margin: {
      top: numberOf(edges['w:top']),
      right: numberOf(edges['w:right']),
      bottom: numberOf(edges['w:bottom']),
      left: numberOf(edges['w:left']) + numberOf(edges['w:gutter']),
    },
    headerDistance: numberOf(edges['w:header']),
    snapPitch: /^(?:lines|linesAndChars|snapToChars)$/.test(grid['w:type'] ?? '')
      ? numberOf(grid['w:linePitch'])
      : undefined,
    firstPageDiffers: title !== undefined && !['0', 'false', 'off'].includes(title.attributes['w:val'] ?? '1'),
    footers: { ...(usual && { default: usual }), ...(even && { even }), ...(first && { first }) },
  }
}
