import type { Figure, Text } from './model.ts'

export const isFigure = (part: Text): part is Figure => typeof part === 'object' && !Array.isArray(part)

/** The parts of a text in order; an empty text has none. */
export function partsOf(text: Text): readonly (string | Figure)[] {
  if (typeof text === 'string') return text === '' ? [] : [text]
  return isFigure(text) ? [text] : text
}

/** What the paper prints, as one string. */
export const plain = (text: Text): string =>
  partsOf(text)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('')

/** Characters outside XML 1.0, and halves of surrogate pairs: one of them makes a whole file unreadable. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** The text without what XML cannot carry; a lone surrogate becomes U+FFFD. */
export const xmlSafe = (text: string): string => text.toWellFormed().replace(unprintable, '')

/** Words that somebody typed, with the mark that ends a sentence, so that others can follow them. */
export const sentence = (text: string): string => (/[。！？；]$/u.test(text) ? text : `${text}。`)

/** Width in 字: a Han or full-width character counts 1, a character of the ASCII range half. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character < '\u0100' ? 0.5 : 1
  return width
}
