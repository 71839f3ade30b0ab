/** A paragraph of a template, as somebody who reads the page counts it. */
export interface TemplateParagraph {
  readonly part: 'body' | 'header' | 'footer' | 'note'
  /** From 1 within its part; empty paragraphs count, as in the status bar of an office program. */
  readonly number: number
  readonly text: string
  /** The text without what program fields printed when the file was saved (page numbers, days). */
  readonly typed: string
  /** Names the cell, box or part that it stands in. */
  readonly container: string
  /** Names the innermost table row that it stands in; null outside tables. */
  readonly row: string | null
}

/** `{#list}`, `{/list}`, `{^list}`, `{tag}`; a form of a code language is `other`. */
export interface FoundTag {
  readonly kind: 'open' | 'close' | 'empty' | 'tag' | 'other'
  readonly name: string
  /** As it stands, with its braces. */
  readonly text: string
}

const kinds: Readonly<Record<string, FoundTag['kind']>> = { '#': 'open', '/': 'close', '^': 'empty' }

const readTag = (text: string): FoundTag => {
  const inside = text.slice(1, -1).trim()
  const mark = inside.slice(0, 1)
  const kind = kinds[mark] ?? (/^[\p{L}\p{N}_]/u.test(mark) ? 'tag' : 'other')
  return { kind, name: (kind === 'tag' || kind === 'other' ? inside : inside.slice(1)).trim(), text }
}

/** What stands in braces, and a brace without its other half where there is one. */
export const bracesIn = (text: string): { readonly tags: readonly FoundTag[]; readonly stray: string | null } => {
  const tags: FoundTag[] = []
  let open = -1
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') {
      if (open >= 0) return { tags, stray: text.slice(open, at) }
      open = at
    } else if (text[at] === '}') {
      if (open < 0) return { tags, stray: text.slice(Math.max(0, at - 8), at + 1) }
      tags.push(readTag(text.slice(open, at + 1)))
      open = -1
    }
  }
  return { tags, stray: open < 0 ? null : text.slice(open, open + 12) }
}
