import { labelOf } from '../text/labels.ts'
import type { Source, SourceBlock } from '../text/source.ts'
import { blocksOf, type GridCell, layOut } from './grid.ts'
import { type HtmlElement, nameOf, parseHtml, weigh } from './html-tree.ts'
import { attributeOf } from './xml.ts'

const inline = new Set([
  'a',
  'span',
  'b',
  'strong',
  'i',
  'em',
  'u',
  'font',
  'o:p',
  'sup',
  'sub',
  'label',
  'small',
  'big',
  'code',
  'ins',
  'st1:chsdate',
  'st1:chmetcnv',
])
const furniture = new Set(['nav', 'footer', 'form', 'select', 'button', 'head', 'aside', 'video', 'audio', 'canvas'])
const framed =
  /(?:^|[\s_-])(?:nav|menu|footer|foot|header|sidebar|side|crumbs?|breadcrumb|share|copyright|banner|logo|search|related|toolbar|friendlink)(?:[\s_-]|$)/i
const heading = /^h[1-6]$/

/** Menus, lists of other pages and frames of the site: mostly links. A list of attachments is links too and stays. */
function isFurniture(element: HtmlElement): boolean {
  if (furniture.has(element.tag)) return true
  if (element.tag === 'body' || element.tag === 'html' || inline.has(element.tag)) return false
  const { text, links } = weigh(element)
  if (text === 0) return false
  if (/附\s?件/.test(textOf(element).slice(0, 400))) return false
  if (framed.test(nameOf(element)) && text < 600) return true
  return links > text * 0.55 && text > 12
}

const textOf = (element: HtmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : child.tag === 'br' ? '\n' : textOf(child)))
    .join('')

const span = (element: HtmlElement, name: string): number =>
  Math.min(100, Math.max(1, Number(attributeOf(element.attributes, name)) || 1))

const squeezed = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ')

class Walker {
  readonly blocks: SourceBlock[] = []
  private line = ''
  private big = false
  /** The number that a browser prints in front of an item. */
  private number = ''

  flush(): void {
    const text = this.line.trim()
    if (text !== '') {
      const numbered = this.number !== '' && !labelOf(text)
      this.blocks.push({
        kind: 'line',
        text: numbered ? `${this.number}${text}` : text,
        ...(this.big && { heading: true }),
      })
      this.number = ''
    }
    this.line = ''
  }

  walk(element: HtmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.line += squeezed(child)
      else if (child.tag === 'br') this.flush()
      else if (child.tag === 'table') this.table(child)
      else if (inline.has(child.tag)) this.walk(child)
      else if (child.tag === 'ol' && !isFurniture(child)) this.list(child)
      else if (!isFurniture(child)) this.block(child)
    }
  }

  private list(element: HtmlElement): void {
    let at = Number(attributeOf(element.attributes, 'start')) || 1
    for (const item of element.children) {
      if (typeof item === 'string') continue
      this.flush()
      this.number = item.tag === 'li' ? `${at++}. ` : ''
      this.block(item)
      this.number = ''
    }
  }

  private block(element: HtmlElement): void {
    this.flush()
    this.big = heading.test(element.tag)
    this.walk(element)
    this.flush()
    this.big = false
  }

  private table(element: HtmlElement): void {
    this.flush()
    const rows = rowsOf(element)
    const cells = rows.flat()
    const layout =
      cells.some((cell) => contains(cell, 'table')) || (rows.every((row) => row.length <= 1) && cells.length < 6)
    if (layout) {
      for (const cell of cells) if (!isFurniture(cell)) this.block(cell)
    } else if (!isFurniture(element)) {
      const grid = rows.map((row) =>
        row.map(
          (cell): GridCell => ({ text: cellText(cell), columns: span(cell, 'colspan'), rows: span(cell, 'rowspan') }),
        ),
      )
      this.blocks.push(...blocksOf(layOut(grid)))
    }
  }
}

function rowsOf(table: HtmlElement): readonly (readonly HtmlElement[])[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.tag === 'tr')
      return [
        child.children.filter(
          (cell): cell is HtmlElement => typeof cell !== 'string' && (cell.tag === 'td' || cell.tag === 'th'),
        ),
      ]
    return ['tbody', 'thead', 'tfoot'].includes(child.tag) ? rowsOf(child) : []
  })
}

const contains = (element: HtmlElement, tag: string): boolean =>
  element.children.some((child) => typeof child !== 'string' && (child.tag === tag || contains(child, tag)))

function cellText(cell: HtmlElement): string {
  const walker = new Walker()
  walker.walk(cell)
  walker.flush()
  return walker.blocks.map((block) => (block.kind === 'line' ? block.text : '')).join('\n')
}

/** Reads a saved page: its text without menus and frames, tables laid out on a grid. */
export function readHtml(html: string): Source {
  const walker = new Walker()
  walker.walk(parseHtml(html))
  walker.flush()
  return { blocks: walker.blocks }
}
