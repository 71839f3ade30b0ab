/**
 * Patterns over letters. A class of all letters of all scripts (`\p{L}`) costs V8 some five milliseconds for each pattern that holds
 * one, far more than all the reading; the scripts that official sentences are written in cost a tenth of one.
 */
const letter = 'A-Za-zÀ-ÖØ-öø-ʯͰ-ϿЀ-ӿ々〇぀-ヿ㐀-䶿一-鿿가-힣豈-﫿\\ud840-\\ud8bf\\udc00-\\udfff'
/** Marks that stand with letters, and Roman numerals. */
const others: Readonly<Record<string, string>> = {
  '\\p{L}': letter,
  '\\p{M}': '\\u0300-\\u036f',
  '\\p{Nl}': '\\u2160-\\u2188',
}
const tokens = /\\p\{(?:L|M|Nl)\}|\\.|\[(?:\\.|[^\]\\])*\]/gu
const classes = /\\p\{(?:L|M|Nl)\}/gu

/** A pattern in UTF-16 units, in which `\p{L}`, `\p{M}` and `\p{Nl}` stand for the letters above; Han of all planes are among them. */
export const lettered = (source: string, flags: string): RegExp =>
  new RegExp(
    source.replaceAll(tokens, (token) => {
      if (token.startsWith('[')) return token.replaceAll(classes, (name) => others[name] ?? name)
      return others[token] === undefined ? token : `[${others[token]}]`
    }),
    flags,
  )

export const sticky = (source: string): RegExp => lettered(source, 'y')

/** `sticky`, written as a template without escapes. */
export const words = ({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  sticky(String.raw({ raw }, ...parts))
