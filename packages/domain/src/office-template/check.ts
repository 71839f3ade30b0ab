import type { DomainError } from '../kernel/result.ts'
import { typedFigures } from '../official-paper/typed-figures.ts'
import type { OfficeTemplateKind } from './model.ts'
import { bracesIn, type FoundTag, type TemplateParagraph } from './paragraphs.ts'
import { type ListTag, tagsOf } from './tags.ts'

export type TemplateFaultCode =
  `officeTemplate.${'brace' | 'codeTag' | 'unknownTag' | 'outsideList' | 'notAList' | 'isAList' | 'listInList' | 'unclosed' | 'unopened' | 'apart' | 'notAlone' | 'typedFigure' | 'tagMissing'}`

export type TemplateFault = DomainError<TemplateFaultCode>

export interface CheckedTemplate {
  readonly faults: readonly TemplateFault[]
  /** Names of the tags that it uses, once each. */
  readonly tags: readonly string[]
}

const excerpt = (text: string): string => {
  const line = [...text.replace(/\s+/g, ' ').trim()]
  return line.length > 24 ? `${line.slice(0, 24).join('')}…` : line.join('')
}

const at = ({ part, number, text }: TemplateParagraph) => ({ part, paragraph: String(number), text: excerpt(text) })

/** Where digits are no figure of a paper beside those of prose: captions, numbers of lines, telephones, copies, pages. */
const forms: readonly RegExp[] = [
  /(?:附件|附表|表|图)\s*\d+/g,
  /^\s*[（(]?\d+(?:[）)、．]|\.(?!\d))/g,
  /(?:电话|传真|邮编|邮政编码|手机)[：:\s]*[\d\-—－ ]+/g,
  /[一共第]?\s*\d+\s*[页份]/g,
]

const typedIn = (text: string): readonly string[] =>
  typedFigures(forms.reduce((rest, form) => rest.replace(form, ' '), text))

interface OpenList {
  readonly list: ListTag | undefined
  readonly tag: FoundTag
  readonly paragraph: TemplateParagraph
}

const alone = ({ text }: TemplateParagraph, tag: FoundTag): boolean => text.trim() === tag.text

/** Where a list may run: within one paragraph, across cells of one row, or from a paragraph of its own to another beside it. */
const placeFault = (open: OpenList, close: FoundTag, paragraph: TemplateParagraph): TemplateFault | undefined => {
  const from = open.paragraph
  if (from === paragraph) return undefined
  const params = { ...at(from), tag: open.tag.text, until: String(paragraph.number) }
  if (from.container === paragraph.container)
    return alone(from, open.tag) && alone(paragraph, close) ? undefined : { code: 'officeTemplate.notAlone', params }
  return from.row !== null && from.row === paragraph.row ? undefined : { code: 'officeTemplate.apart', params }
}

class Check {
  readonly faults: TemplateFault[] = []
  /** `总分`, `扣分事项`, `扣分事项/扣分`. */
  readonly used = new Set<string>()
  private readonly kind: OfficeTemplateKind
  private open: OpenList | undefined

  constructor(kind: OfficeTemplateKind) {
    this.kind = kind
  }

  private fault(code: TemplateFaultCode, paragraph: TemplateParagraph, tag: string): void {
    this.faults.push({ code, params: { ...at(paragraph), tag } })
  }

  take(tag: FoundTag, paragraph: TemplateParagraph): void {
    if (tag.kind === 'other') this.fault('officeTemplate.codeTag', paragraph, tag.text)
    else if (tag.kind === 'tag') this.word(tag, paragraph)
    else if (tag.kind === 'close') this.end(tag, paragraph)
    else this.begin(tag, paragraph)
  }

  private word(tag: FoundTag, paragraph: TemplateParagraph): void {
    const { tags, lists } = tagsOf[this.kind]
    const { name } = tag
    const inner = this.open?.tag.kind === 'open' ? this.open.list : undefined
    if (inner?.tags.some((one) => one.name === name)) this.used.add(`${inner.name}/${name}`)
    else if (tags.some((one) => one.name === name)) this.used.add(name)
    else if (lists.some((list) => list.name === name)) this.fault('officeTemplate.isAList', paragraph, tag.text)
    else {
      const list = lists.find((one) => one.tags.some((each) => each.name === name))
      if (list === undefined || (this.open?.list === undefined && this.open !== undefined))
        this.fault('officeTemplate.unknownTag', paragraph, tag.text)
      else
        this.faults.push({
          code: 'officeTemplate.outsideList',
          params: { ...at(paragraph), tag: tag.text, list: list.name },
        })
    }
  }

  private begin(tag: FoundTag, paragraph: TemplateParagraph): void {
    const { tags, lists } = tagsOf[this.kind]
    const list = lists.find(({ name }) => name === tag.name)
    if (this.open !== undefined) this.fault('officeTemplate.listInList', paragraph, tag.text)
    else {
      if (list === undefined)
        this.fault(
          tags.some(({ name }) => name === tag.name) ? 'officeTemplate.notAList' : 'officeTemplate.unknownTag',
          paragraph,
          tag.text,
        )
      else if (tag.kind === 'open') this.used.add(list.name)
      this.open = { list, tag, paragraph }
    }
  }

  private end(tag: FoundTag, paragraph: TemplateParagraph): void {
    const { open } = this
    if (open === undefined || open.tag.name !== tag.name) {
      this.fault('officeTemplate.unopened', paragraph, tag.text)
      return
    }
    this.open = undefined
    const fault = placeFault(open, tag, paragraph)
    if (fault !== undefined) this.faults.push(fault)
  }

  /** The end of a part: no list runs on into the next. */
  finish(): void {
    if (this.open !== undefined) this.fault('officeTemplate.unclosed', this.open.paragraph, this.open.tag.text)
    this.open = undefined
  }
}

/** Tags without which a paper of the kind does not show the figures that it is bound to. */
const missing = (kind: OfficeTemplateKind, used: ReadonlySet<string>): readonly TemplateFault[] => {
  const { tags, lists } = tagsOf[kind]
  const names = [
    ...tags.filter(({ required }) => required).map(({ name }) => name),
    ...lists.flatMap((list) => [
      ...(list.required ? [list.name] : []),
      ...(list.required || used.has(list.name)
        ? list.tags.filter(({ required }) => required).map(({ name }) => `${list.name}/${name}`)
        : []),
    ]),
  ]
  return names
    .filter((name) => !used.has(name))
    .map((name) => {
      const [list, inner] = name.split('/')
      const isList = lists.some((one) => one.name === name)
      const tag = isList ? `{#${name}}` : `{${inner ?? list}}`
      return { code: 'officeTemplate.tagMissing' as const, params: { tag } }
    })
}

/** Everything wrong with a template at once, each with its tag and paragraph; the parts in the order of the file. */
export const checkTemplate = (
  kind: OfficeTemplateKind,
  parts: readonly (readonly TemplateParagraph[])[],
): CheckedTemplate => {
  const check = new Check(kind)
  for (const paragraphs of parts) {
    for (const paragraph of paragraphs) {
      const { tags, stray } = bracesIn(paragraph.text)
      for (const tag of tags) check.take(tag, paragraph)
      if (stray !== null) check.faults.push({ code: 'officeTemplate.brace', params: { ...at(paragraph), tag: stray } })
      for (const text of typedIn(paragraph.typed))
        check.faults.push({ code: 'officeTemplate.typedFigure', params: { ...at(paragraph), tag: text } })
    }
    check.finish()
  }
  const faults = [...check.faults, ...missing(kind, check.used)]
  return { faults, tags: [...check.used] }
}
