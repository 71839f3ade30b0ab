import type { Language } from './language.ts'
import type { zhCNLabels } from './zh-CN-labels.ts'

/** Closed vocabularies that have words: posts, states, kinds. */
export type Vocabulary = keyof typeof zhCNLabels
export type Member<V extends Vocabulary> = keyof (typeof zhCNLabels)[V] & string

/** The words of one language for all of them. */
export type Labels = { readonly [V in Vocabulary]: Readonly<Record<Member<V>, string>> }

/** Words for members parted by spaces, as params carry them. A member or vocabulary without words shows as it is. */
export const labelsIn = (words: Labels, language: Language, vocabulary: string, members: string): string => {
  const table: Readonly<Record<string, Readonly<Record<string, string>>>> = words
  const known = Object.hasOwn(table, vocabulary) ? table[vocabulary] : undefined
  return members
    .split(' ')
    .map((member) => (known && Object.hasOwn(known, member) ? known[member] : member))
    .join(language === 'zh-CN' ? '、' : ', ')
}
