import { halfWidth } from '../kernel/normalise.ts'

/** As texts are compared: half width, small letters. */
export const folded = (text: string): string => halfWidth(text.normalize('NFC')).toLowerCase()

/** Words of a text in order, and nothing between them: 《办法》（试行） is 办法 and 试行. */
const runsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * What full-text search is kept by: every character and every pair of neighbours, each once. Chinese has no spaces between
 * words, and pairs need no dictionary; any text of two characters or more that stands in a document has all its pairs there.
 */
export const gramsOf = (text: string): readonly string[] => {
  const found = new Set<string>()
  for (const run of runsOf(text)) {
    let before = ''
    for (const sign of run) {
      found.add(sign)
      if (before !== '') found.add(before + sign)
      before = sign
    }
  }
  return [...found]
}

/** Grams that a document must have to contain the query; single characters only where the query has no pair with them. */
export const gramsAsked = (query: string): readonly string[] => [
  ...new Set(
    runsOf(query).flatMap((run) => {
      const signs = [...run]
      return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
    }),
  ),
]

/** The words that each must stand in a clause for it to be found: the parts of a query between spaces. */
export const wordsAsked = (query: string): readonly string[] => [
  ...new Set(folded(query).split(/\s+/u).filter(Boolean)),
]

/** Whether a text contains every word that was asked for. */
export const containsAll = (text: string, asked: readonly string[]): boolean => {
  const whole = folded(text)
  return asked.every((word) => whole.includes(word))
}
