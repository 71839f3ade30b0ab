import { enLabels } from './en-labels.ts'
import type { Language } from './language.ts'
import { type Labels, labelsIn, type Member, type Vocabulary } from './vocabulary.ts'
import { zhCNLabels } from './zh-CN-labels.ts'

const words: Readonly<Record<Language, Labels>> = { 'zh-CN': zhCNLabels, en: enLabels }

/** The word for one member of a closed vocabulary, e.g. `label('zh-CN', 'post', 'handler')` is 经办人. */
export const label = <V extends Vocabulary>(language: Language, vocabulary: V, value: Member<V>): string =>
  words[language][vocabulary][value]

/** Words for members parted by spaces, as params carry them. A member or vocabulary without words shows as it is. */
export const labels = (language: Language, vocabulary: string, members: string): string =>
  labelsIn(words[language], language, vocabulary, members)
