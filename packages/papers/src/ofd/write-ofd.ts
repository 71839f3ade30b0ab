import { createHash } from 'node:crypto'
import { drawPaper } from '../fonts/drawn.ts'
import type { FontSet } from '../fonts/font-set.ts'
import type { PlacedRule, SetPage, SetPaper } from '../layout/model.ts'
import type { WrittenPages } from '../pdf/write-pdf.ts'
import { writeZip } from '../zip/write.ts'
import { mm, pathObject, textObject } from './objects.ts'
import { element, part, textElement } from './xml.ts'

const box = ({ width, height }: Pick<SetPage, 'width' | 'height'>): string =>
  textElement('PhysicalBox', `0 0 ${mm(width)} ${mm(height)}`)

const rulesOf = ({ items }: SetPage): readonly (readonly PlacedRule[])[] => {
  const rules = items.filter((item): item is PlacedRule => item.kind === 'rule')
  return [rules.filter(({ colour }) => colour !== 'red'), rules.filter(({ colour }) => colour === 'red')].filter(
    (list) => list.length > 0,
  )
}

/**
 * A set paper as OFD (GB/T 33190-2016): the fonts that it is drawn with embedded, every character at its place, lines as paths.
 * The same paper and fonts give the same bytes. It holds text, lines and fonts alone: no action, no script, nothing outside.
 */
export async function writeOfd(paper: SetPaper, fonts: FontSet): Promise<WrittenPages> {
  const drawn = drawPaper(paper, fonts)
  let unit = 0
  const next = () => {
    unit += 1
    return unit
  }
  const fontIds = drawn.fonts.map(next)
  const pages = paper.pages.map((page, index) => {
    const id = next()
    const layer = next()
    const paths = rulesOf(page).map((rules) => pathObject(rules, next(), page))
    const texts = (drawn.pages[index] ?? []).flatMap(
      (text) => textObject(text, next(), fontIds[text.font] ?? 0, page) ?? [],
    )
    const body = [...paths, ...texts]
    const content = part(
      'Page',
      {},
      element('Area', {}, box(page)),
      element('Content', {}, element('Layer', { ID: layer, Type: 'Body' }, ...body)),
    )
    return { id, path: `Pages/Page_${index}/Content.xml`, content }
  })
  const first = paper.pages[0] ?? { width: 0, height: 0 }
  const document = part(
    'Document',
    {},
    element(
      'CommonData',
      {},
      textElement('MaxUnitID', String(unit)),
      element('PageArea', {}, box(first)),
      textElement('PublicRes', 'PublicRes.xml'),
    ),
    element('Pages', {}, ...pages.map(({ id, path }) => element('Page', { ID: id, BaseLoc: path }))),
  )
  const resources = part(
    'Res',
    { BaseLoc: 'Res' },
    element(
      'Fonts',
      {},
      ...drawn.fonts.map(({ name }, index) =>
        element('Font', { ID: fontIds[index], FontName: name }, textElement('FontFile', `font_${index}.ttf`)),
      ),
    ),
  )
  const inner = [
    { path: 'Doc_0/Document.xml', bytes: document },
    { path: 'Doc_0/PublicRes.xml', bytes: resources },
    ...drawn.fonts.map(({ bytes }, index) => ({ path: `Doc_0/Res/font_${index}.ttf`, bytes })),
    ...pages.map(({ path, content }) => ({ path: `Doc_0/${path}`, bytes: content })),
  ]
  const digest = createHash('sha256')
  for (const { path, bytes } of inner) digest.update(path).update(bytes)
  const entry = part(
    'OFD',
    { Version: '1.0', DocType: 'OFD' },
    element(
      'DocBody',
      {},
      element(
        'DocInfo',
        {},
        textElement('DocID', digest.digest('hex').slice(0, 32)),
        textElement('Title', paper.title),
        ...(paper.organ === '' ? [] : [textElement('Author', paper.organ)]),
        ...(paper.on === undefined ? [] : [textElement('CreationDate', paper.on)]),
        textElement('Creator', 'Quanheng'),
      ),
      textElement('DocRoot', 'Doc_0/Document.xml'),
    ),
  )
  return {
    bytes: await writeZip([{ path: 'OFD.xml', bytes: entry }, ...inner]),
    fonts: drawn.fonts.map(({ name }) => name),
    missing: drawn.missing,
  }
}
