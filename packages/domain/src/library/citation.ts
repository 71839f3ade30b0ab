/** Nouns that name documents of the library as their bases. */
export const citingNouns = ['plan', 'credit', 'circular', 'matter'] as const
export type CitingNoun = (typeof citingNouns)[number]

/** A citation as it is written into a text: `《办法》（云政发〔2023〕1号）第五条`. */
export const citationText = (title: string, citedAs: string, article: string): string =>
  `《${title}》${citedAs === title ? '' : `（${citedAs}）`}${article}`

const number = /[\p{L}]{1,20}[〔[［(（]\d{4}[〕\]］)）](?:第)?\d{1,5}号/gu
const title = /《([^《》\n]{2,200})》/gu

/** Documents that a text names, by 发文字号 or by title between 《》, each once. Words before a number may cling to it. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set([
    ...[...text.matchAll(title)].map(([, name = '']) => name),
    ...[...text.matchAll(number)].flatMap(([name]) => tailsOf(name)),
  ]),
]

/** `依据云政发〔2023〕1号` begins where the organ's code begins, and only the library knows where that is. */
const tailsOf = (name: string): readonly string[] => {
  const signs = [...name]
  const head = signs.findIndex((sign) => '〔[［(（'.includes(sign))
  return Array.from({ length: Math.min(head, 12) }, (_, at) => signs.slice(head - 1 - at).join(''))
}

/** Between the name of a document and its article: the end of its title, its number in brackets. */
const between = /^[》\s]*(?:（[^（）]{0,60}）|\([^()]{0,60}\))?[）)\s]*/u

/**
 * Articles of one document that a text cites under any of its names; empty for the document as a whole. `articles` are the
 * document's own: the longest that follows the name is meant.
 */
export const articlesCited = (
  text: string,
  names: readonly string[],
  articles: readonly string[],
): readonly string[] => {
  const found = new Set<string>()
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const rest = text.slice(at + name.length).replace(between, '')
      const meant = articles.filter((article) => rest.startsWith(article)).toSorted((a, b) => b.length - a.length)
      found.add(meant[0] ?? '')
    }
  }
  return [...found]
}
