import type { TemplateParagraph } from '@quanheng/domain/office-template/paragraphs'
import { openPackage, type Parts } from '../conformity/file/parts.ts'
import { elementsOf, type XmlElement } from '../conformity/file/xml.ts'

/** Why a .docx cannot be a template, however its tags stand. */
export type TemplateFileFault = 'macros' | 'embedded' | 'outside'

export interface ReadTemplate {
  /** Main text, headers, footers and notes: paragraphs of each, in the order of the file. */
  readonly parts: readonly (readonly TemplateParagraph[])[]
  readonly fault: TemplateFileFault | null
}

const partKinds: readonly (readonly [RegExp, TemplateParagraph['part']])[] = [
  [/^word\/document\.xml$/, 'body'],
  [/^word\/header\d*\.xml$/, 'header'],
  [/^word\/footer\d*\.xml$/, 'footer'],
  [/^word\/(?:foot|end)notes\.xml$/, 'note'],
]

/** Elements that hold paragraphs of their own: what begins in one does not end in another. */
const containers: ReadonlySet<string> = new Set(['w:tc', 'w:txbxContent', 'w:footnote', 'w:endnote'])

interface Place {
  readonly container: string
  readonly row: string | null
}

class Reader {
  readonly out: TemplateParagraph[] = []
  private count = 0
  private readonly part: TemplateParagraph['part']

  constructor(part: TemplateParagraph['part']) {
    this.part = part
  }

  /** Old programs' copies of a text box are not read: they repeat what stands beside them. */
  walk(element: XmlElement, place: Place): void {
    for (const child of elementsOf(element)) {
      if (child.name === 'mc:Fallback') continue
      if (child.name === 'w:p') this.paragraph(child, place)
      else if (child.name === 'w:tr') this.walk(child, { ...place, row: `r${this.count++}` })
      else if (containers.has(child.name)) this.walk(child, { ...place, container: `${child.name}${this.count++}` })
      else this.walk(child, place)
    }
  }

  private paragraph(element: XmlElement, { container, row }: Place): void {
    const at = this.out.length
    const words = new Words()
    words.read(element)
    const { text, typed } = words
    this.out.push({ part: this.part, number: at + 1, text, typed, container, row })
    // Text boxes hang on runs; their paragraphs follow the one that they hang on.
    this.walk(element, { container, row: null })
  }
}

/** The text of one paragraph, without that of boxes that hang on it. */
class Words {
  text = ''
  typed = ''
  private field = 0

  private add(text: string): void {
    this.text += text
    if (this.field === 0) this.typed += text
  }

  read(element: XmlElement): void {
    for (const child of elementsOf(element)) {
      const { name } = child
      if (name === 'w:t') this.add(child.children.filter((part) => typeof part === 'string').join(''))
      else if (name === 'w:br' || name === 'w:cr') this.add('\n')
      else if (name === 'w:tab') this.add('\t')
      else if (name === 'w:fldChar') this.mark(child.attributes['w:fldCharType'])
      else if (name === 'w:fldSimple') this.within(child)
      else if (name !== 'w:p' && name !== 'mc:Fallback' && name !== 'w:txbxContent' && name !== 'w:pPr')
        this.read(child)
    }
  }

  private mark(type: string | undefined): void {
    if (type === 'begin') this.field++
    else if (type === 'end') this.field = Math.max(0, this.field - 1)
  }

  private within(child: XmlElement): void {
    this.field++
    this.read(child)
    this.field--
  }
}

const macro = /vbaProject|vbaData|macrosheets/i
const embedded = /^word\/(?:embeddings|activeX|afchunk)/i

/** Anything that is fetched from elsewhere when the file is opened; a link that somebody clicks is none. */
const reachesOut = ({ attributes }: XmlElement): boolean =>
  attributes.TargetMode === 'External' && !/\/hyperlink$/.test(attributes.Type ?? '')

const ofOutside = /\/(?:aFChunk|subDocument|oleObject|control|package)$/

/**
 * A .docx as a template: its paragraphs, and what it must not hold. Throws `FileRefused` for what is no readable .docx; the limits of
 * every upload are those of whoever unzipped it.
 */
export function readTemplate(parts: Parts): ReadTemplate {
  const { paths, xml } = openPackage(parts)
  const types = new TextDecoder().decode(parts.get('[Content_Types].xml'))
  const links = paths.filter((path) => path.endsWith('.rels')).flatMap((path) => elementsOf(xml(path)))
  const fault = (): TemplateFileFault | null => {
    if (paths.some((path) => macro.test(path)) || /macroEnabled/i.test(types)) return 'macros'
    if (links.some(reachesOut)) return 'outside'
    const holds =
      paths.some((path) => embedded.test(path)) || links.some(({ attributes }) => ofOutside.test(attributes.Type ?? ''))
    return holds ? 'embedded' : null
  }
  const read = partKinds.flatMap(([form, part]) =>
    paths
      .filter((path) => form.test(path))
      .toSorted()
      .map((path) => {
        const reader = new Reader(part)
        const root = xml(path)
        if (root !== undefined) reader.walk(root, { container: path, row: null })
        return reader.out
      }),
  )
  return { parts: read, fault: fault() }
}
