/** An element of an office part: names with their prefix as written, attributes unescaped. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Thrown for text that is not well-formed XML, or that declares a document type: it could unfold entities. */
export class XmlBroken extends Error {
  override readonly name = 'XmlBroken'
}

/** Far deeper than any office program nests. */
const deepest = 400

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
    const known = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10) : undefined
    if (!whole.endsWith(';') || (known !== undefined && (known === 0 || known > 0x10ffff))) throw new XmlBroken(whole)
    const sign = known === undefined ? entities[name] : String.fromCodePoint(known)
    if (sign === undefined) throw new XmlBroken(whole)
    return sign
  })
}

const attributePattern = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y

function attributesOf(inside: string, from: number): Record<string, string> {
  const out: Record<string, string> = {}
  let at = from
  while (at < inside.length) {
    attributePattern.lastIndex = at
    const found = attributePattern.exec(inside)
    if (!found) break
    const [whole, name = '', double, single] = found
    if (Object.hasOwn(out, name)) throw new XmlBroken(`attribute ${name} twice`)
    out[name] = unescaped(double ?? single ?? '')
    at += whole.length
  }
  if (inside.slice(at).trim() !== '') throw new XmlBroken('attributes')
  return out
}

/** Where a tag ends: `>` may stand inside a quoted value. */
function tagEnd(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at++) {
    const sign = xml[at] as string
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at
  }
  throw new XmlBroken('a tag that does not end')
}

const skipTo = (xml: string, sign: string, from: number): number => {
  const end = xml.indexOf(sign, from)
  if (end < 0) throw new XmlBroken(`no ${sign}`)
  return end + sign.length
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** The root element of a part. Throws `XmlBroken` and nothing else. */
export function parseXml(source: string): XmlElement {
  const xml = source.replace(/^\uFEFF/, '')
  const stack: Open[] = []
  let root: XmlElement | undefined
  const text = (from: number, to: number): void => {
    if (from === to) return
    const parent = stack.at(-1)
    if (parent) parent.children.push(unescaped(xml.slice(from, to)))
    else if (xml.slice(from, to).trim() !== '') throw new XmlBroken('text outside the root')
  }
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at)
    text(at, open < 0 ? xml.length : open)
    if (open < 0) break
    if (xml.startsWith('<!--', open)) at = skipTo(xml, '-->', open + 4)
    else if (xml.startsWith('<?', open)) at = skipTo(xml, '?>', open)
    else if (xml.startsWith('<![CDATA[', open)) {
      at = skipTo(xml, ']]>', open)
      stack.at(-1)?.children.push(xml.slice(open + 9, at - 3))
    } else if (xml.startsWith('<!', open)) throw new XmlBroken('a document type')
    else {
      const end = tagEnd(xml, open)
      const inside = xml.slice(open + 1, end)
      at = end + 1
      if (inside.startsWith('/')) {
        if (stack.pop()?.name !== inside.slice(1).trim()) throw new XmlBroken(inside)
        continue
      }
      const empty = inside.endsWith('/')
      const name = /^[^\s/]+/.exec(inside)?.[0]
      if (!name || (root && stack.length === 0)) throw new XmlBroken('a second root')
      const element: Open = {
        name,
        attributes: attributesOf(empty ? inside.slice(0, -1) : inside, name.length),
        children: [],
      }
      stack.at(-1)?.children.push(element)
      root ??= element
      if (!empty) stack.push(element)
      if (stack.length > deepest) throw new XmlBroken('too deep')
    }
  }
  if (!root || stack.length > 0) throw new XmlBroken('no end')
  return root
}

const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'

export const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  element ? element.children.filter(isElement) : []

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(element).find((child) => child.name === name)

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name)

/** All descendants of a name, in document order. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child
    yield* descendants(child, name)
  }
}
