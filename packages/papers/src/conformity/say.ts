import { type ConformityWords, enConformity } from '@quanheng/messages/en/conformity'
import type { Language } from '@quanheng/messages/language'
import { zhConformity } from '@quanheng/messages/zh-CN/conformity'
import type { Place, Status } from './assertion.ts'
import type { Answer, Conclusion } from './check-paper.ts'

/** The words of the form check in a language. */
export const wordsIn = (language: Language): ConformityWords => (language === 'en' ? enConformity : zhConformity)

/** What an assertion demands, and how to mend what does not satisfy it. */
export function demand(language: Language, id: number): { readonly says: string; readonly mend: string } {
  const [says = '', mend = ''] = (wordsIn(language).assertions as Readonly<Record<number, readonly string[]>>)[id] ?? []
  return { says, mend }
}

/** Where a fault stands: a paragraph by its number and its first words. */
export function sayPlace(language: Language, at: Place): string {
  const { place } = wordsIn(language)
  if (at.kind === 'file') return place.file
  const where = place[at.kind].replace('{n}', String(at.number))
  return at.kind === 'paragraph' && at.text !== '' ? `${where} “${at.text}”` : where
}

/** An answer's own word: 不涉及 where the paper has nothing of the kind. */
export const sayStatus = (language: Language, { status, applies }: Pick<Answer, 'status' | 'applies'>): string =>
  applies ? wordsIn(language).status[status] : wordsIn(language).notHere

/** The clause as it is cited; demands that stand elsewhere name their source. */
export const sayClause = (language: Language, clause: string): string =>
  /^\d/.test(clause) ? wordsIn(language).clause.replace('{clause}', clause) : clause

export function sayCounts(language: Language, answers: readonly Answer[]): string {
  const count = (status: Status): string => String(answers.filter((answer) => answer.status === status).length)
  return wordsIn(language).counts.replace(/\{(pass|fail|warn|unverified)\}/g, (_, status: Status) => count(status))
}

export const sayConclusion = (language: Language, conclusion: Conclusion): string =>
  wordsIn(language).conclusion[conclusion]
