import type { TemplateValues } from './model.ts'
import { bracesIn, type TemplateParagraph } from './paragraphs.ts'

interface Expected {
  readonly tag: string
  readonly text: string
}

/** What the tags of one part print, in the order in which the paper shows it. */
const expected = (paragraphs: readonly TemplateParagraph[], values: TemplateValues): readonly Expected[] => {
  const found = paragraphs.flatMap(({ text }) => bracesIn(text).tags)
  const out: Expected[] = []
  for (let at = 0; at < found.length; at++) {
    const tag = found[at]
    if (tag === undefined) break
    if (tag.kind === 'tag') out.push({ tag: tag.text, text: wordOf(values, {}, tag.name) })
    if (tag.kind !== 'open' && tag.kind !== 'empty') continue
    const end = found.findIndex((one, place) => place > at && one.kind === 'close' && one.name === tag.name)
    const inner = found.slice(at + 1, end)
    const rows = values[tag.name]
    const list = Array.isArray(rows) ? rows : []
    const runs = tag.kind === 'empty' ? (list.length === 0 ? [{}] : []) : list
    for (const row of runs) for (const one of inner) out.push({ tag: one.text, text: wordOf(values, row, one.name) })
    at = end
  }
  return out
}

const wordOf = (values: TemplateValues, row: Readonly<Record<string, string>>, name: string): string => {
  const word = row[name] ?? values[name]
  return typeof word === 'string' ? word : ''
}

const bare = (text: string): string => text.replace(/\s+/g, '')

/**
 * The first tag whose text a filled paper does not show in its place; undefined where all are there. Parts of template and paper
 * stand side by side; the texts are looked for one after the other, so that none can stand in for another before it.
 */
export const lostTag = (
  template: readonly (readonly TemplateParagraph[])[],
  paper: readonly (readonly TemplateParagraph[])[],
  values: TemplateValues,
): string | undefined => {
  for (const [at, paragraphs] of template.entries()) {
    const text = bare((paper[at] ?? []).map((one) => one.text).join(''))
    let from = 0
    for (const { tag, text: word } of expected(paragraphs, values)) {
      const place = text.indexOf(bare(word), from)
      if (place < 0) return tag
      from = place + bare(word).length
    }
  }
  return undefined
}
