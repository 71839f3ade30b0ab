import { fill, type Params } from './fill.ts'
import type { Language } from './language.ts'
import { type Labels, labelsIn } from './vocabulary.ts'

/** All that one language says: the sentence of each code, the words of the closed vocabularies. */
export interface Speech {
  readonly language: Language
  readonly texts: Readonly<Record<string, string>>
  readonly labels: Labels
}

/**
 * The words of a code: what is wrong and where, which clause or rule, what to do next.
 * A code from elsewhere (an older server, another release) gets a sentence that names it, never an exception.
 */
export const sentence = ({ language, texts, labels }: Speech, code: string, params?: Params): string => {
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined
  return text === undefined
    ? fill(texts['platform.unknownCode'] as string, { code })
    : fill(text, params, (vocabulary, members) => labelsIn(labels, language, vocabulary, members))
}
