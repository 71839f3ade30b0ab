export type Params = Readonly<Record<string, string>>

/** The words for members of a closed vocabulary, parted by spaces. */
export type WordsOf = (vocabulary: string, members: string) => string

const optionalPart = /\[([^[\]]*)\]/g
const placeholder = /\{([A-Za-z][A-Za-z0-9]*)(?::([A-Za-z][A-Za-z0-9]*))?\}/g

/** Placeholders of a template, once each, in order of appearance: `name` or `name:vocabulary`. */
export const placeholdersOf = (template: string): string[] => [
  ...new Set([...template.matchAll(placeholder)].map(([whole]) => whole.slice(1, -1))),
]

const namesOf = (part: string): string[] => [...part.matchAll(placeholder)].map((match) => match[1] as string)

/**
 * Puts `params` into `{name}` places; `{posts:post}` puts the words of a closed vocabulary. A part in `[…]` is printed only
 * when all its params are given, so that a text stays a sentence where a caller knows less; elsewhere an absent param
 * shows as `—`, never as an empty gap.
 */
export const fill = (template: string, params: Params = {}, wordsOf: WordsOf = (_, members) => members): string =>
  template
    .replace(optionalPart, (_, part: string) =>
      namesOf(part).every((name) => Object.hasOwn(params, name)) ? part : '',
    )
    .replace(placeholder, (_, name: string, vocabulary: string | undefined) => {
      if (!Object.hasOwn(params, name)) return '—'
      const value = params[name] as string
      return vocabulary === undefined ? value : wordsOf(vocabulary, value)
    })
