import { gramsAsked, wordsAsked } from '@quanheng/domain/library/grams'
import { type RawBuilder, sql } from 'kysely'

const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** Condition on `library_document`: its head, or one of its clauses, has all the words. The index finds pairs; the text decides. */
export const contains = (q: string): RawBuilder<boolean> => {
  const words = wordsAsked(q)
  return sql<boolean>`(library_document.grams @> ${[...gramsAsked(q)]}::text[] AND EXISTS (
    SELECT 1 FROM unnest(library_document.sought) AS part WHERE part LIKE ALL(${words.map(like)}::text[])))`
}
