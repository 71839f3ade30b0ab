import { currentLanguage } from './language.ts'

const marks = { 'zh-CN': { words: '、', parts: '，', clauses: '；' }, en: { words: ', ', parts: ', ', clauses: '; ' } }

/** Words, parts of a clause or clauses one after the other, as the reader's language parts them. What is empty is left out. */
export const listed = (kind: 'words' | 'parts' | 'clauses', texts: readonly (string | false | undefined)[]): string =>
  texts.filter(Boolean).join(marks[currentLanguage()][kind])
