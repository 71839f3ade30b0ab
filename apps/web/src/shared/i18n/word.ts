import { label, type Member, type Vocabulary } from '@quanheng/messages/labels'
import { currentLanguage } from './language.ts'

/** The word for a post, a state or a kind of the closed vocabularies: `word('post', 'handler')` is 经办人. */
export const word = <V extends Vocabulary>(vocabulary: V, value: Member<V>): string =>
  label(currentLanguage(), vocabulary, value)
