import { type Labels, labelsIn, type Member, type Vocabulary } from '@quanheng/messages/vocabulary'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { currentLanguage } from './language.ts'

let spoken: Labels = zhCNLabels

/** Before the first page: the words of another language than Chinese, which only those fetch who read it. */
export const speak = (labels: Labels): void => {
  spoken = labels
}

/** The word for a post, a state or a kind of the closed vocabularies: `word('post', 'handler')` is 经办人. */
export const word = <V extends Vocabulary>(vocabulary: V, value: Member<V>): string => spoken[vocabulary][value]

/** Words for members parted by spaces, of a vocabulary that the server names; without words a member shows as it is. */
export const words = (vocabulary: string, members: string): string =>
  labelsIn(spoken, currentLanguage(), vocabulary, members)
