import { attributeOf, unescapeXml } from './xml.ts'

export interface HtmlElement {
  readonly tag: string
  readonly attributes: string
  readonly children: (HtmlElement | string)[]
}

const empty = new Set([
  'br',
  'img',
  'input',
  'meta',
  'link',
  'hr',
  'col',
  'area',
  'base',
  'embed',
  'source',
  'wbr',
  'param',
  'track',
])
const raw = new Set(['script', 'style', 'textarea', 'noscript', 'template', 'svg', 'iframe', 'object'])
/** An opening tag that ends an open one of the same list, as browsers read pages that close nothing. */
const implied: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  option: ['option'],
}
const deepest = 200

const closeTo = (stack: HtmlElement[], tags: readonly string[], barrier: string): void => {
  for (let at = stack.length - 1; at > 0; at--) {
    const { tag } = stack[at] as HtmlElement
    if (tags.includes(tag)) stack.length = at
    else if (tag === barrier) return
  }
}

/** A forgiving tree of a page: scripts and styles are dropped, unclosed elements end where browsers end them. */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { tag: 'html', attributes: '', children: [] }
  const stack: HtmlElement[] = [root]
  let at = 0
  const top = () => stack.at(-1) ?? root
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const text = html.slice(at, open < 0 ? html.length : open)
    if (text !== '') top().children.push(unescapeXml(text))
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const end = html.indexOf('>', open)
    if (end < 0) break
    const found = /^<(\/?)([A-Za-z][A-Za-z0-9:]{0,20})/.exec(html.slice(open, open + 24))
    at = end + 1
    if (!found) {
      if (!/^<[!?/]/.test(html.slice(open, open + 2))) top().children.push(unescapeXml(html.slice(open, end + 1)))
      continue
    }
    const tag = (found[2] ?? '').toLowerCase()
    if (found[1]) {
      const place = stack.findLastIndex((element) => element.tag === tag)
      if (place > 0) stack.length = place
      continue
    }
    if (raw.has(tag)) {
      const close = html.slice(at).search(new RegExp(`</${tag}`, 'i'))
      at = close < 0 ? html.length : html.indexOf('>', at + close) + 1 || html.length
      continue
    }
    closeTo(stack, implied[tag] ?? [], 'table')
    const element: HtmlElement = { tag, attributes: html.slice(open + found[0].length, end), children: [] }
    top().children.push(element)
    if (!empty.has(tag) && !html.slice(open, end).endsWith('/') && stack.length < deepest) stack.push(element)
  }
  return root
}

/** Length of the text of an element, and of that part of it that stands in links. */
export function weigh(element: HtmlElement): { readonly text: number; readonly links: number } {
  let text = 0
  let links = 0
  for (const child of element.children) {
    if (typeof child === 'string') text += child.trim().length
    else {
      const inner = weigh(child)
      text += inner.text
      links += child.tag === 'a' ? inner.text : inner.links
    }
  }
  return { text, links }
}

export const nameOf = ({ attributes }: HtmlElement): string =>
  `${attributeOf(attributes, 'id') ?? ''} ${attributeOf(attributes, 'class') ?? ''}`
