import { FileRefused } from './file-error.ts'

/** One step through a document: a start tag, an end tag, or the text between tags. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  divide: '÷',
  plusmn: '±',
  bull: '•',
  thinsp: ' ',
  zwnj: '',
  zwj: '',
  permil: '‰',
  ge: '≥',
  le: '≤',
  raquo: '»',
  copy: '©',
  sect: '§',
}

const signOf = (code: number): string => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\uFFFD')

/** Character references of XML and the named ones of HTML pages; an unknown one stays as it is written. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (whole, decimal, hex, name) =>
        decimal ? signOf(Number(decimal)) : hex ? signOf(Number.parseInt(hex, 16)) : (entities[name] ?? whole),
      )
    : text

export const attributeOf = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
  return found ? unescapeXml(found[1] ?? found[2] ?? found[3] ?? '') : undefined
}

/** Walks an office document's XML in one pass. A document type is refused: it could declare entities to unfold. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open < 0) return
    if (open > at) yield { kind: 'text', text: unescapeXml(xml.slice(at, open)) }
    if (xml.startsWith('<!--', open)) at = after(xml, '-->', open)
    else if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open)
      yield { kind: 'text', text: xml.slice(open + 9, end < 0 ? xml.length : end) }
      at = end < 0 ? xml.length : end + 3
    } else if (xml.startsWith('<!', open)) throw new FileRefused('noticeFile.damaged')
    else if (xml.startsWith('<?', open)) at = after(xml, '?>', open)
    else {
      const end = xml.indexOf('>', open)
      if (end < 0) return
      const inside = xml.slice(open + 1, end)
      at = end + 1
      if (inside.startsWith('/')) yield { kind: 'close', name: inside.slice(1).trim() }
      else yield tag(inside)
    }
  }
}

const after = (xml: string, sign: string, from: number): number => {
  const end = xml.indexOf(sign, from)
  return end < 0 ? xml.length : end + sign.length
}

function tag(inside: string): XmlEvent {
  const empty = inside.endsWith('/')
  const body = empty ? inside.slice(0, -1) : inside
  const space = body.search(/\s/)
  return {
    kind: 'open',
    name: space < 0 ? body : body.slice(0, space),
    attributes: space < 0 ? '' : body.slice(space + 1),
    empty,
  }
}
