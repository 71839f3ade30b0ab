import { enLabels } from './en-labels.ts'
import type { Language } from './language.ts'
import { zhCNLabels } from './zh-CN-labels.ts'

/** Closed vocabularies that have words: posts, states, kinds. */
export type Vocabulary = keyof typeof zhCNLabels
export type Member<V extends Vocabulary> = keyof (typeof zhCNLabels)[V] & string

type Words = { readonly [V in Vocabulary]: Readonly<Record<Member<V>, string>> }

const words: Readonly<Record<Language, Words>> = { 'zh-CN': zhCNLabels, en: enLabels }

/** The word for one member of a closed vocabulary, e.g. `label('zh-CN', 'post', 'handler')` is 经办人. */
export const label = <V extends Vocabulary>(language: Language, vocabulary: V, value: Member<V>): string =>
  words[language][vocabulary][value]

/** Words for members parted by spaces, as params carry them. A member or vocabulary without words shows as it is. */
export const labels = (language: Language, vocabulary: string, members: string): string => {
  const table: Readonly<Record<string, Readonly<Record<string, string>>>> = words[language]
  const known = Object.hasOwn(table, vocabulary) ? table[vocabulary] : undefined
  return members
    .split(' ')
    .map((member) => (known && Object.hasOwn(known, member) ? known[member] : member))
    .join(language === 'zh-CN' ? '、' : ', ')
}
